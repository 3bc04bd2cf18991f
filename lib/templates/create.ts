import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { templates } from '@/drizzle/schema/templates';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { withUnique } from '@/lib/database/with-unique';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { checkKinds } from './components/check-kinds';
import { getTemplate } from './get';
import { insertVersion } from './insert-version';
import { readTemplate, readVersion, textsOf } from './rows';
import type { DuplicateInput, TemplateInput } from './schema';
import type { TemplateView } from './view-schema';

/** A draft: messages get it once it is published. @throws AppError name_taken, validation_failed, forbidden */
export async function createTemplate(ctx: Context, input: TemplateInput): Promise<TemplateView> {
  const { company, texts, variables, note, ...facts } = input;
  checkKinds(facts.category, texts);
  const companyId = await companyFor(ctx, company);
  const languages = Object.keys(texts);
  const fallbackLanguage = facts.fallbackLanguage ?? languages[0]!;
  if (!languages.includes(fallbackLanguage))
    throw invalid('fallbackLanguage', 'option', { options: languages.join(', ') });
  const id = newId();
  await withUniqueKey(facts.key, () =>
    mutation(ctx, 'template.create', async (tx) => {
      const key = facts.key ?? (await freeKey(tx, companyId, facts.title));
      const row = { ...facts, id, companyId, key, fallbackLanguage };
      await tx.insert(templates).values(row);
      await insertVersion(tx, ctx, { templateId: id, number: 1, texts, variables, note });
      return { result: undefined, subjectId: id, ownerId: companyId, after: { ...row, languages } };
    }),
  );
  return getTemplate(ctx, { id });
}

/** Another one that says the same, as a draft. @throws AppError not_found, name_taken */
export async function duplicateTemplate(
  ctx: Context,
  { id, ...input }: z.output<typeof DuplicateInput> & { id: string },
): Promise<TemplateView> {
  const original = await readTemplate(ctx, id);
  const version = await readVersion(original, original.latest);
  const texts = (await textsOf([version.id])).get(version.id)!;
  const company = input.company !== undefined ? input.company : (ctx.companyId ?? original.companyId);
  return createTemplate(ctx, {
    key: input.key,
    title: input.title ?? original.title,
    category: original.category as TemplateInput['category'],
    channel: 'email',
    fallbackLanguage: original.fallbackLanguage,
    company,
    texts,
    variables: version.variables as TemplateInput['variables'],
  });
}

function withUniqueKey<T>(key: string | undefined, work: () => Promise<T>): Promise<T> {
  const detail = `There already is a template with the key ${key ?? ''}.`;
  return withUnique('templates_key_key', { field: 'key', detail }, work);
}

/** `Saldo bajo` → `saldo-bajo`, with a number where that one is taken. */
async function freeKey(tx: Transaction, companyId: string | null, title: string): Promise<string> {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-+|-+$/g, '') || 'template';
  const taken = await tx
    .select({ key: templates.key })
    .from(templates)
    .where(
      and(
        sql`${templates.key} like ${`${base}%`}`,
        companyId === null ? isNull(templates.companyId) : eq(templates.companyId, companyId),
      ),
    );
  const keys = new Set(taken.map(({ key }) => key));
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!keys.has(key)) return key;
  }
}
