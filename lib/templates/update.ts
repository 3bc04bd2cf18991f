import { eq, sql } from 'drizzle-orm';
import { templates } from '@/drizzle/schema/templates';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { AppError, invalid } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { isComponent } from './categories';
import { isFrozen, usesOfComponent } from './components/uses';
import { forgetPublished } from './find-published';
import { getTemplate } from './get';
import { holdTemplate, languagesOf, readTemplate, readVersion, type TemplateRecord } from './rows';
import type { TemplatePatch } from './schema';
import { isUsed } from './usage';
import type { TemplateView } from './view-schema';

/** What stands beside its versions. @throws AppError not_found, changed_meanwhile, forbidden, validation_failed */
export async function updateTemplate(
  ctx: Context,
  { id: ref, version, archived, ...patch }: TemplatePatch & { id: string },
): Promise<TemplateView> {
  const template = await readTemplate(ctx, ref);
  if (patch.category && isComponent(template) !== isComponent({ category: patch.category }))
    throw invalid('category', 'component_category');
  if (patch.fallbackLanguage) {
    const newest = await readVersion(template, template.latest);
    const languages = (await languagesOf([newest.id])).get(newest.id) ?? [];
    if (!languages.includes(patch.fallbackLanguage))
      throw invalid('fallbackLanguage', 'option', { options: languages.join(', ') });
  }
  const save = () =>
    mutation(ctx, 'template.update', async (tx) => {
      const before = await holdTemplate(tx, ctx, template.id);
      mayChange(ctx, before.companyId);
      checkVersion(version, before.version);
      const archivedAt = archived ? (before.archivedAt ?? new Date()) : null;
      const [after] = await tx
        .update(templates)
        .set({
          ...patch,
          ...(archived !== undefined && { archivedAt }),
          updatedAt: new Date(),
          version: sql`${templates.version} + 1`,
        })
        .where(eq(templates.id, before.id))
        .returning();
      return { result: undefined, subjectId: before.id, ownerId: before.companyId, before, after };
    });
  await explainStale(save, { ...patch, archived, version }, () => getTemplate(ctx, { id: template.id }));
  forgetPublished();
  return getTemplate(ctx, { id: template.id });
}

/** Only one that no stored message is rendered from, and that no template shows; others go into the archive. @throws AppError not_found, conflict, forbidden */
export async function deleteTemplate(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  const template = await readTemplate(ctx, ref);
  mayChange(ctx, template.companyId);
  if (await isUsed(template.id))
    throw new AppError(
      'conflict',
      `Messages are kept that were made with ${template.key}: put it into the archive instead.`,
      refusal('template_in_use', { name: template.title }),
    );
  if (isComponent(template)) await refuseShown(ctx, template);
  await mutation(ctx, 'template.delete', async (tx) => {
    const before = await holdTemplate(tx, ctx, template.id);
    await tx.delete(templates).where(eq(templates.id, before.id));
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, before };
  });
  forgetPublished();
}

async function refuseShown(ctx: Context, component: TemplateRecord): Promise<void> {
  const all = await usesOfComponent({ companyId: null }, component);
  if (all.length === 0 && !(await isFrozen(component.id))) return;
  // Of another company's templates nobody is told.
  const uses = await usesOfComponent(ctx, component);
  const titles = uses.slice(0, 5).map(({ title }) => title);
  throw new AppError(
    'conflict',
    `${component.key} is shown by templates, or was in messages that are kept: put it into the archive instead.`,
    refusal('component_in_use', {
      name: component.title,
      count: uses.length,
      templates: titles.join(', '),
    }),
  );
}
