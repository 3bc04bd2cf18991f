import type { Context } from '@/lib/context';
import { getTemplate } from '@/lib/templates/get';
import { convertMail } from './convert';
import type { MailTemplatesView, MailTemplateView } from './schema';
import { ask, digestOf, readContent, serviceOf } from './service';
import { readTaken, viewTaken } from './taken';

/** The templates that a provider's account keeps, asked for at this moment. @throws AppError not_found, conflict, forbidden */
export async function listMailTemplates(ctx: Context, { id }: { id: string }): Promise<MailTemplatesView> {
  const service = await serviceOf(ctx, id);
  const [listed, taken] = await Promise.all([
    ask(service, service.api.list(service.config)),
    readTaken(ctx, service.row.id),
  ]);
  const byName = new Map(taken.map((one) => [one.name, one]));
  return {
    data: listed
      .map(({ changedAt, ...one }) => {
        const known = byName.get(one.name);
        const comparable = known?.changedAt && changedAt;
        return {
          ...one,
          changedAt: changedAt?.toISOString() ?? null,
          taken: known ? viewTaken(known) : null,
          changed: comparable ? changedAt > known.changedAt! : null,
        };
      })
      .sort((a, b) => a.title.localeCompare(b.title)),
  };
}

/** One of them in our words, beside what ours says now. @throws AppError not_found, conflict, forbidden */
export async function getMailTemplate(
  ctx: Context,
  { id, name }: { id: string; name: string },
): Promise<MailTemplateView> {
  const service = await serviceOf(ctx, id);
  const content = await readContent(service, name);
  const [known] = await readTaken(ctx, service.row.id, name);
  const ours = known
    ? (await getTemplate(ctx, { id: known.templateId })).current.texts[known.language]
    : null;
  return {
    name,
    key: content.key,
    title: content.title,
    changedAt: content.changedAt?.toISOString() ?? null,
    taken: known ? viewTaken(known) : null,
    changed: known ? known.digest !== digestOf(content) : null,
    ...convertMail(content, service.api.dialect),
    ours: ours ? { subject: ours.subject, html: ours.source, text: ours.text } : null,
  };
}
