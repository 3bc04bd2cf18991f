import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { templateDrafts } from '@/drizzle/schema/drafts';
import { users } from '@/drizzle/schema/users';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { flaw } from '@/lib/flaws';
import { isStorableText } from '@/lib/validation';
import { MAX_SOURCE } from './engine/limits';
import { readTemplate } from './rows';

/** Ten languages of the largest documents that can be saved would not fit; nobody has those. */
const MAX_CONTENT = 4 * MAX_SOURCE;

export const DraftToKeep = z.strictObject({
  id: z.uuid(),
  /** The newest version when it began. */
  basedOn: z.number().int().min(1),
  /** As the editor keeps it. */
  content: z
    .string()
    .refine((text) => text.length <= MAX_CONTENT, { ...flaw('too_large'), abort: true })
    .refine(isStorableText, flaw('broken_text')),
});
export type DraftToKeep = z.output<typeof DraftToKeep>;

export const DraftRef = z.strictObject({ id: z.uuid() });

export type KeptDraft = { basedOn: number; content: string };
/** Somebody else who has something unsaved in the same template. */
export type OtherWriter = { name: string; at: string };

/** What this person wrote in a template and has not saved, on whichever machine; null: nothing. @throws AppError not_found */
export async function getTemplateDraft(ctx: Context, { id }: { id: string }): Promise<KeptDraft | null> {
  const { id: templateId } = await readTemplate(ctx, id);
  const [row] = await db()
    .select({ basedOn: templateDrafts.basedOn, content: templateDrafts.content })
    .from(templateDrafts)
    .where(mine(ctx, templateId));
  return row ?? null;
}

/** A note to oneself that changes nothing of what is sent: it leaves no line in the audit log. @throws AppError not_found, forbidden */
export async function keepTemplateDraft(
  ctx: Context,
  { id, basedOn, content }: DraftToKeep,
): Promise<{ others: OtherWriter[] }> {
  const template = await readTemplate(ctx, id);
  mayChange(ctx, template.companyId);
  const values = { basedOn, content, updatedAt: new Date() };
  await db()
    .insert(templateDrafts)
    .values({ templateId: template.id, userId: personOf(ctx), ...values })
    .onConflictDoUpdate({ target: [templateDrafts.templateId, templateDrafts.userId], set: values });
  return listWriters(ctx, { id });
}

/** Once it is saved, or given up. @throws AppError not_found */
export async function forgetTemplateDraft(ctx: Context, { id }: { id: string }): Promise<void> {
  const { id: templateId } = await readTemplate(ctx, id);
  await db().delete(templateDrafts).where(mine(ctx, templateId));
}

/** Who else wrote in it within a day and has not saved yet, the last one first. @throws AppError not_found */
export async function listWriters(ctx: Context, { id }: { id: string }): Promise<{ others: OtherWriter[] }> {
  const { id: templateId } = await readTemplate(ctx, id);
  const rows = await db()
    .select({ name: users.name, at: templateDrafts.updatedAt })
    .from(templateDrafts)
    .innerJoin(users, eq(users.id, templateDrafts.userId))
    .where(
      and(
        eq(templateDrafts.templateId, templateId),
        ne(templateDrafts.userId, personOf(ctx)),
        gt(templateDrafts.updatedAt, sql`now() - interval '1 day'`),
      ),
    )
    .orderBy(desc(templateDrafts.updatedAt))
    .limit(5);
  return { others: rows.map(({ name, at }) => ({ name, at: at.toISOString() })) };
}

/** Nightly: what nobody came back to within three months. */
export async function forgetOldTemplateDrafts(): Promise<void> {
  await db().delete(templateDrafts).where(sql`${templateDrafts.updatedAt} < now() - interval '90 days'`);
}

function mine(ctx: Context, templateId: string) {
  return and(eq(templateDrafts.templateId, templateId), eq(templateDrafts.userId, personOf(ctx)));
}

function personOf({ actor }: Context): string {
  if (actor.type !== 'user') throw new AppError('forbidden', 'Only a person has drafts.');
  return actor.id;
}
