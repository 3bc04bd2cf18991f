import { eq, sql } from 'drizzle-orm';
import { templateRenditions, templates, templateVersions } from '@/drizzle/schema/templates';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { brandFor, hashOf } from './brand';
import { type CheckedText, checkTexts } from './check';
import { forgetPublished } from './find-published';
import { getTemplate } from './get';
import { insertVersion } from './insert-version';
import { toFieldErrors } from './problems';
import { holdTemplate, readTemplate, readVersion, textsOf } from './rows';
import type { VariableDeclaration } from './variables';
import type { TemplateView } from './view-schema';

/**
 * From now on messages get this version: the newest, or the one with the number. One that had been published before and was replaced comes
 * back as a new version with its content. @throws AppError not_found, forbidden; template_faulty with all that is wrong, by its place
 */
export async function publishVersion(
  ctx: Context,
  { id: ref, number: asked }: { id: string; number?: number | undefined },
): Promise<TemplateView> {
  const template = await readTemplate(ctx, ref);
  mayChange(ctx, template.companyId);
  const version = await readVersion(template, asked ?? template.latest);
  const texts = (await textsOf([version.id])).get(version.id)!;
  const brand = await brandFor(template.companyId);
  const { category } = template;
  const checked = await checkTexts(texts, { declared: version.variables, brand, category });
  refuseFaulty(checked);
  await mutation(ctx, 'template.publish', async (tx) => {
    const row = await holdTemplate(tx, ctx, template.id);
    const isBack = version.publishedAt !== null && version.number !== row.published;
    const number = isBack ? row.latest + 1 : version.number;
    const versionId = isBack
      ? await insertVersion(tx, ctx, {
          templateId: row.id,
          number,
          texts,
          variables: version.variables as VariableDeclaration[],
          note: `= ${version.number}`,
        })
      : version.id;
    await tx
      .update(templateVersions)
      .set({
        publishedAt: sql`coalesce(published_at, now())`,
        publishedBy: sql`coalesce(published_by, ${ctx.actor.label})`,
      })
      .where(eq(templateVersions.id, versionId));
    await tx
      .insert(templateRenditions)
      .values(
        [...checked].map(
          ([
            language,
            {
              compiled: { subject, html, text },
            },
          ]) => {
            return { id: newId(), versionId, language, brand, brandHash: hashOf(brand), subject, html, text };
          },
        ),
      )
      .onConflictDoNothing();
    await tx
      .update(templates)
      .set({
        published: number,
        latest: Math.max(row.latest, number),
        updatedAt: new Date(),
        version: sql`${templates.version} + 1`,
      })
      .where(eq(templates.id, row.id));
    const before = { published: row.published };
    return {
      result: undefined,
      subjectId: row.id,
      ownerId: row.companyId,
      before,
      after: { published: number },
    };
  });
  forgetPublished();
  return getTemplate(ctx, { id: template.id });
}

function refuseFaulty(checked: Map<string, CheckedText>): void {
  const errors = [...checked].flatMap(([language, { problems }]) => toFieldErrors(language, problems));
  if (errors.length > 0)
    throw new AppError('template_faulty', 'It cannot be published as it is.', { errors });
}
