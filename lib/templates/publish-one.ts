import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { templateRenditions, templates, templateVersions } from '@/drizzle/schema/templates';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { brandFor, hashOf } from './brand';
import { isComponent } from './categories';
import { type CheckedText, checkTexts } from './check';
import { currentComponents } from './components/find-components';
import { insertVersion } from './insert-version';
import { toFieldErrors } from './problems';
import {
  holdTemplate,
  readVersion,
  type TemplateRecord,
  type Texts,
  textsOf,
  type VersionRecord,
} from './rows';
import type { VariableDeclaration } from './variables';

/** `note`: of the version that is made where it needs one of its own; `keepDraft`: a draft that is newer stays the newest. */
type How = { note?: string; keepDraft?: boolean };

/** @throws AppError template_faulty, with all that is wrong, by its place */
export async function publishOne(
  ctx: Context,
  template: TemplateRecord,
  version: VersionRecord,
  { note = `= ${version.number}`, keepDraft = false }: How = {},
): Promise<void> {
  const texts = (await textsOf([version.id])).get(version.id)!;
  const brand = await brandFor(template.companyId);
  const components = await currentComponents(template.companyId, Object.values(texts));
  const { category, key } = template;
  const declared = version.variables;
  const checked = await checkTexts(texts, { declared, brand, category, key, components });
  refuseFaulty(checked);
  await mutation(ctx, 'template.publish', async (tx) => {
    const row = await holdTemplate(tx, ctx, template.id);
    const isOld = version.publishedAt !== null && version.number !== row.published;
    // What messages name stays as they had it: another component makes another version.
    const isOther = version.components !== null && !isDeepStrictEqual(version.components, components.used);
    const isNew = isOld || isOther;
    const number = isNew ? row.latest + 1 : version.number;
    const content = { templateId: row.id, texts, variables: declared as VariableDeclaration[] };
    const versionId = isNew ? await insertVersion(tx, ctx, { ...content, number, note }) : version.id;
    await tx
      .update(templateVersions)
      .set({
        publishedAt: sql`coalesce(published_at, now())`,
        publishedBy: sql`coalesce(published_by, ${ctx.actor.label})`,
        components: components.used,
      })
      .where(eq(templateVersions.id, versionId));
    // Nothing is sent of a component alone.
    if (!isComponent(row)) {
      const brandHash = hashOf(brand);
      const renditions = [...checked].map(
        ([
          language,
          {
            compiled: { subject, html, text },
          },
        ]) => {
          return { id: newId(), versionId, language, brand, brandHash, subject, html, text };
        },
      );
      await tx.insert(templateRenditions).values(renditions).onConflictDoNothing();
    }
    const newest = Math.max(row.latest, number);
    const hasDraft = keepDraft && isNew && row.latest > version.number;
    const latest = hasDraft ? await bringOnTop(tx, ctx, row, newest + 1) : newest;
    await tx
      .update(templates)
      .set({ published: number, latest, updatedAt: new Date(), version: sql`${templates.version} + 1` })
      .where(eq(templates.id, row.id));
    const before = { published: row.published };
    const after = { published: number };
    return { result: undefined, subjectId: row.id, ownerId: row.companyId, before, after };
  });
}

/** Who goes on with a draft begins from the newest version: it is that again. @returns its number */
async function bringOnTop(
  tx: Transaction,
  ctx: Context,
  row: TemplateRecord,
  number: number,
): Promise<number> {
  const draft = await readVersion(row, row.latest);
  const texts: Texts = (await textsOf([draft.id])).get(draft.id)!;
  const variables = draft.variables as VariableDeclaration[];
  await insertVersion(tx, ctx, {
    templateId: row.id,
    number,
    texts,
    variables,
    note: `= ${draft.number}`,
  });
  return number;
}

function refuseFaulty(checked: Map<string, CheckedText>): void {
  const errors = [...checked].flatMap(([language, { problems }]) => toFieldErrors(language, problems));
  if (errors.length > 0)
    throw new AppError('template_faulty', 'It cannot be published as it is.', { errors });
}
