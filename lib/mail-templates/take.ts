import { takenTemplates } from '@/drizzle/schema/taken-templates';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { MailTemplateContent } from '@/lib/providers/mail-template-api';
import { createTemplate } from '@/lib/templates/create';
import { getTemplate } from '@/lib/templates/get';
import { publishVersion } from '@/lib/templates/publish';
import { saveVersion } from '@/lib/templates/save-version';
import { TemplateInput, TemplateKey, TemplateText, VersionInput } from '@/lib/templates/schema';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { convertMail, isWhole } from './convert';
import type { MailTemplateView, TakeInput, TookView } from './schema';
import { digestOf, readContent, type Service, serviceOf } from './service';
import { readTaken, type Taken } from './taken';

type Mail = Pick<MailTemplateView, 'subject' | 'html' | 'text' | 'variables' | 'problems'>;

/**
 * Takes a provider's own template over as one of ours; of one that was taken before, what it says now becomes its next version. Published
 * only where nothing was left out. @throws AppError not_found, name_taken, validation_failed, conflict, forbidden, template_faulty
 */
export async function takeMailTemplate(
  ctx: Context,
  { id, name, publish, ...input }: TakeInput & { id: string; name: string },
): Promise<TookView> {
  const service = await serviceOf(ctx, id);
  const content = await readContent(service, name);
  const [known] = await readTaken(ctx, service.row.id, name);
  if (known && known.digest === digestOf(content))
    return { template: known.key, number: known.number, change: 'same' };
  const mail = convertMail(content, service.api.dialect);
  const note = `${service.row.name}: ${content.title}`.slice(0, 200);
  const { templateId, ...took } = known
    ? await saveAgain(ctx, { known, mail, note })
    : await create(ctx, { ...input, mail, note, content, service });
  await remember(ctx, service, {
    name,
    templateId,
    language: known?.language ?? input.language,
    digest: digestOf(content),
    changedAt: content.changedAt,
    number: took.number,
  });
  if (publish && isWhole(mail.problems)) await publishVersion(ctx, { id: templateId, number: took.number });
  return took;
}

type Took = TookView & { templateId: string };
type Making = Omit<TakeInput, 'publish'> & {
  mail: Mail;
  note: string;
  content: MailTemplateContent;
  service: Service;
};

async function create(ctx: Context, { mail, note, content, service, ...input }: Making): Promise<Took> {
  const { language, category, key, title, company = service.row.companyId ?? undefined } = input;
  const theirs = content.key.toLowerCase();
  const parsed = TemplateInput.parse({
    // A name that cannot be a key leaves it to the title.
    key: key ?? (TemplateKey.safeParse(theirs).success ? theirs : undefined),
    title: title ?? content.title.slice(0, 120),
    category,
    company,
    texts: { [language]: textOf(mail) },
    variables: mail.variables,
    note,
  });
  const made = await createTemplate(ctx, parsed);
  return { templateId: made.id, template: made.key, number: made.latest, change: 'created' };
}

/** What was said here of a variable stays: its example, its type, that it is required. */
async function saveAgain(
  ctx: Context,
  { known, mail, note }: { known: Taken; mail: Mail; note: string },
): Promise<Took> {
  const { current, latest } = await getTemplate(ctx, { id: known.templateId });
  const declared = new Set(current.variables.map(({ name }) => name));
  const variables: VariableDeclaration[] = [
    ...current.variables,
    ...mail.variables.filter(({ name }) => !declared.has(name)),
  ];
  const texts = { ...current.texts, [known.language]: textOf(mail) };
  const parsed = VersionInput.parse({ texts, variables, note, basedOn: latest });
  const saved = await saveVersion(ctx, { ...parsed, id: known.templateId });
  return { templateId: known.templateId, template: known.key, number: saved.latest, change: 'saved' };
}

function textOf({ subject, html, text }: Mail): TemplateText {
  return TemplateText.parse({ subject, kind: 'html', source: html, text });
}

async function remember(
  ctx: Context,
  service: Service,
  row: Omit<typeof takenTemplates.$inferInsert, 'providerId'>,
): Promise<void> {
  await mutation(ctx, 'template.take', async (tx) => {
    const { id: providerId, companyId } = service.row;
    const stored = { ...row, providerId, takenAt: new Date() };
    const target = [takenTemplates.providerId, takenTemplates.name];
    await tx.insert(takenTemplates).values(stored).onConflictDoUpdate({ target, set: stored });
    const after = { provider: service.row.name, name: row.name, number: row.number };
    return { result: undefined, subjectId: row.templateId, ownerId: companyId, after };
  });
}
