import { eq, sql } from 'drizzle-orm';
import { templates } from '@/drizzle/schema/templates';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError, fieldError, invalid } from '@/lib/errors';
import { checkKinds } from './components/check-kinds';
import { getTemplate } from './get';
import { insertVersion } from './insert-version';
import { publishVersion } from './publish';
import { holdTemplate } from './rows';
import type { VersionInput } from './schema';
import type { TemplateView } from './view-schema';

/**
 * What a person or a program changed, as a version of its own: also with faults, so that nothing typed is lost; those only keep it from being
 * published. @throws AppError not_found, changed_meanwhile, forbidden, template_faulty where it was to be published
 */
export async function saveVersion(
  ctx: Context,
  { id: ref, basedOn, publish, ...content }: VersionInput & { id: string },
): Promise<TemplateView> {
  const { id, number } = await mutation(ctx, 'template.save', async (tx) => {
    const row = await holdTemplate(tx, ctx, ref);
    mayChange(ctx, row.companyId);
    if (basedOn !== undefined && basedOn !== row.latest) throw savedMeanwhile(basedOn, row.latest);
    checkKinds(row.category, content.texts);
    if (!Object.hasOwn(content.texts, row.fallbackLanguage))
      throw invalid(`texts.${row.fallbackLanguage}`, 'required');
    const number = row.latest + 1;
    await insertVersion(tx, ctx, { ...content, templateId: row.id, number });
    await tx
      .update(templates)
      .set({ latest: number, updatedAt: new Date(), version: sql`${templates.version} + 1` })
      .where(eq(templates.id, row.id));
    const after = { number, languages: Object.keys(content.texts), note: content.note };
    return { result: { id: row.id, number }, subjectId: row.id, ownerId: row.companyId, after };
  });
  return publish ? publishVersion(ctx, { id, number }) : getTemplate(ctx, { id });
}

function savedMeanwhile(yours: number, theirs: number): AppError {
  return new AppError(
    'changed_meanwhile',
    `Somebody saved meanwhile: version ${theirs} is the newest now, and yours began from ${yours}.`,
    { errors: [fieldError('basedOn', 'changed_meanwhile', { theirs: `${theirs}`, yours: `${yours}` })] },
  );
}
