import { sql as raw } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { sql, type Transaction } from '@/lib/database/db';
import { AppError, type FieldError, fieldError, invalid } from '@/lib/errors';
import { lockProvider } from '@/lib/providers/write';
import { faultAt } from '@/lib/templates/problems';
import { ableProvider } from './able';
import { getProviderTemplates } from './list';
import { ourText } from './our-text';
import type { BindInput, ProviderTemplatesView, UnbindInput } from './schema';
import { flawOfValue } from './values';

type OfProvider<T> = T & { id: string };

/**
 * Lets an approved template stand for one of ours where only approved ones may go; instead of the one before. Each of its parameters is
 * filled in: one that is left out goes out as the sample that was approved, or is refused. @throws AppError not_found, validation_failed, forbidden
 */
export async function bindTemplate(
  ctx: Context,
  { id, ...input }: OfProvider<BindInput>,
): Promise<ProviderTemplatesView> {
  const { row } = await ableProvider(ctx, id);
  const ours = await ourText(ctx, input);
  const [known] = await sql()<{ parameters: string[] }[]>`
    select parameters from whatsapp_templates
    where provider_id = ${row.id} and name = ${input.name} and language = ${input.nameLanguage}`;
  if (!known)
    throw invalid('name', 'no_whatsapp_template', { name: input.name, language: input.nameLanguage });
  const errors: FieldError[] = known.parameters
    .filter((name) => !Object.hasOwn(input.values, name))
    .map((name) => fieldError(`values.${name}`, 'required'));
  for (const [name, value] of Object.entries(input.values)) {
    const path = `values.${name}`;
    const flaw = flawOfValue(value, ours);
    if (!known.parameters.includes(name)) errors.push(fieldError(path, 'unknown_field'));
    else if (flaw) errors.push(faultAt(path, flaw));
  }
  if (errors.length > 0)
    throw new AppError('validation_failed', 'It does not fill in what the template wants.', { errors });
  await mutation(ctx, 'whatsapp_template.bind', async (tx) => {
    const { id: providerId, companyId } = await lockProvider(tx, ctx, row.id);
    await storeBinding(tx, { ...input, providerId, templateId: ours.template.id });
    return { result: undefined, subjectId: providerId, ownerId: companyId, after: input };
  });
  return getProviderTemplates(ctx, { id });
}

type Stored = Omit<BindInput, 'template'> & { providerId: string; templateId: string };

export async function storeBinding(
  tx: Transaction,
  { providerId, templateId, language, name, nameLanguage, values }: Stored,
): Promise<void> {
  await tx.execute(raw`
    insert into whatsapp_bindings (template_id, language, provider_id, name, name_language, values)
    values (${templateId}, ${language}, ${providerId}, ${name}, ${nameLanguage}, ${JSON.stringify(values)}::jsonb)
    on conflict (template_id, language, provider_id) do update
      set name = excluded.name, name_language = excluded.name_language, values = excluded.values`);
}

/** None stands for it any more. @throws AppError not_found, forbidden */
export async function unbindTemplate(
  ctx: Context,
  { id, ...input }: OfProvider<UnbindInput>,
): Promise<ProviderTemplatesView> {
  const { row } = await ableProvider(ctx, id);
  const { template } = await ourText(ctx, input);
  await mutation(ctx, 'whatsapp_template.unbind', async (tx) => {
    const { id: providerId, companyId } = await lockProvider(tx, ctx, row.id);
    await tx.execute(raw`
      delete from whatsapp_bindings
      where template_id = ${template.id} and language = ${input.language} and provider_id = ${providerId}`);
    return { result: undefined, subjectId: providerId, ownerId: companyId, before: input };
  });
  return getProviderTemplates(ctx, { id });
}
