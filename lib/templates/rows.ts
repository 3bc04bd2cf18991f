import { and, asc, desc, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm';
import { templates, templateTexts, templateVersions } from '@/drizzle/schema/templates';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { COMPONENT } from './categories';
import type { TemplateText } from './schema';

export type TemplateRecord = typeof templates.$inferSelect;
export type VersionRecord = typeof templateVersions.$inferSelect;
type Reader = Pick<Transaction, 'select'>;

/** By id or key; a company's own one stands before the shared one of the same key. @throws AppError not_found */
export async function readTemplate(ctx: Context, ref: string): Promise<TemplateRecord> {
  const [row] = await named(db(), ref, scoped(ctx, templates.companyId, 'shared'));
  if (!row) throw notFound('template', ref);
  return row;
}

/** The row, held until the transaction ends. @throws AppError not_found */
export async function holdTemplate(tx: Transaction, ctx: Context, ref: string): Promise<TemplateRecord> {
  const [row] = await named(tx, ref, scoped(ctx, templates.companyId, 'shared')).for('update');
  if (!row) throw notFound('template', ref);
  return row;
}

/** That of a company or shared, as a message of it names it; null: there is none. */
export async function findTemplate(companyId: string | null, ref: string): Promise<TemplateRecord | null> {
  const own =
    companyId === null
      ? isNull(templates.companyId)
      : or(isNull(templates.companyId), eq(templates.companyId, companyId));
  const [row] = await named(db(), ref, and(own, ne(templates.category, COMPONENT)));
  return row ?? null;
}

function named(from: Reader, ref: string, isSeen: SQL | undefined) {
  const isIt = isUuid(ref) ? eq(templates.id, ref) : eq(templates.key, ref);
  // Null sorts first when descending: the shared one comes last.
  return from.select().from(templates).where(and(isIt, isSeen)).orderBy(asc(templates.companyId)).limit(1);
}

/** @throws AppError not_found */
export async function readVersion({ id, key }: TemplateRecord, number: number): Promise<VersionRecord> {
  const [row] = await db()
    .select()
    .from(templateVersions)
    .where(and(eq(templateVersions.templateId, id), eq(templateVersions.number, number)));
  if (!row) throw notFound('version', `${number} of ${key}`);
  return row;
}

export function versionsOf({ id }: TemplateRecord): Promise<VersionRecord[]> {
  return db()
    .select()
    .from(templateVersions)
    .where(eq(templateVersions.templateId, id))
    .orderBy(desc(templateVersions.number));
}

export type Texts = Record<string, TemplateText>;

export async function textsOf(versionIds: string[]): Promise<Map<string, Texts>> {
  const texts = new Map<string, Texts>(versionIds.map((id) => [id, {}]));
  if (versionIds.length === 0) return texts;
  const rows = await db()
    .select()
    .from(templateTexts)
    .where(inArray(templateTexts.versionId, versionIds))
    .orderBy(asc(templateTexts.language));
  for (const { versionId, language, ...text } of rows) texts.get(versionId)![language] = text;
  return texts;
}

/** In which languages each is, without what they say. */
export async function languagesOf(versionIds: string[]): Promise<Map<string, string[]>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db()
    .select({ versionId: templateTexts.versionId, language: templateTexts.language })
    .from(templateTexts)
    .where(inArray(templateTexts.versionId, versionIds))
    .orderBy(asc(templateTexts.language));
  const grouped = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ language }) => language)]));
}

/** Also of a template that was archived since; null: it is gone. */
export async function readVersionOf(
  templateId: string,
  number: number,
): Promise<{ template: TemplateRecord; version: VersionRecord; languages: string[] } | null> {
  const [row] = await db()
    .select({ template: templates, version: templateVersions })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(and(eq(templateVersions.templateId, templateId), eq(templateVersions.number, number)));
  return row ? { ...row, languages: (await languagesOf([row.version.id])).get(row.version.id) ?? [] } : null;
}
