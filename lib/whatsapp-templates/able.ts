import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { getProvider } from '@/lib/providers/get';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import type { TemplateApi } from '@/lib/providers/template-api';
import { refusal } from '@/lib/refusals';

export type Able = LoadedProvider & { api: TemplateApi };

/** One whose account has templates that can be asked for. @throws AppError not_found, conflict */
export async function ableProvider(ctx: Context, ref: string): Promise<Able> {
  const { id, name } = await getProvider(ctx, ref);
  const provider = (await loadProvider(id))!;
  const api = provider.adapter.templates;
  if (!api || provider.problem)
    throw new AppError(
      'conflict',
      `${name} has no templates of WhatsApp.`,
      refusal('no_whatsapp_templates', { name }),
    );
  if (api.missing(provider.config))
    throw new AppError(
      'conflict',
      `Nobody has said in the settings of ${name} whose templates are meant.`,
      refusal('whatsapp_account_missing', { name }),
    );
  return { ...provider, api };
}
