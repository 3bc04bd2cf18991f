import { createHash } from 'node:crypto';
import { boundTo, type Context } from '@/lib/context';
import { AppError, notFound } from '@/lib/errors';
import { getProvider } from '@/lib/providers/get';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import type { MailTemplateApi, MailTemplateContent } from '@/lib/providers/mail-template-api';
import { ServiceFailure } from '@/lib/providers/service-failure';
import { refusal } from '@/lib/refusals';

export type Service = LoadedProvider & { api: MailTemplateApi };

/** The provider, whose account keeps templates. Of a shared one only for who sees all companies. @throws AppError not_found, conflict, forbidden */
export async function serviceOf(ctx: Context, ref: string): Promise<Service> {
  const { id, name } = await getProvider(ctx, ref);
  const provider = (await loadProvider(id))!;
  const { companyId } = provider.row;
  const bound = boundTo(ctx);
  if (bound && (companyId === null || !bound.includes(companyId)))
    throw new AppError('forbidden', 'What the account of a shared provider keeps is not for one company.');
  const api = provider.adapter.mailTemplates;
  if (!api || provider.problem)
    throw new AppError(
      'conflict',
      `${name} has no templates of its own that can be read.`,
      refusal('no_mail_templates', { name }),
    );
  return { ...provider, api };
}

/** @throws AppError conflict, with the service's words where it does not answer */
export async function ask<T>({ row, config }: Service, asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const words = hideSecrets(error.message, config.secrets).slice(0, 500);
    throw new AppError(
      'conflict',
      `The templates could not be read. ${row.name} says: ${words}`,
      refusal('mail_templates_unread', { name: row.name, words }),
    );
  }
}

/** @throws AppError not_found, conflict */
export async function readContent(service: Service, name: string): Promise<MailTemplateContent> {
  const content = await ask(service, service.api.read(service.config, name));
  if (!content) throw notFound('template', name);
  return content;
}

/** By which it is known again as unchanged. */
export function digestOf({ subject, html, text }: MailTemplateContent): string {
  return createHash('sha256')
    .update(JSON.stringify([subject, html, text]))
    .digest('hex');
}
