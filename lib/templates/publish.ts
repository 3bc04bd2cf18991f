import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { isComponent } from './categories';
import { updateUses } from './components/update-uses';
import { forgetPublished } from './find-published';
import { getTemplate } from './get';
import { publishOne } from './publish-one';
import { readTemplate, readVersion } from './rows';
import type { TemplateView } from './view-schema';

/**
 * From now on messages get this version: the newest, or the one with the number. One that had been published before and was replaced comes
 * back as a new version with its content. The templates that show a component get a new version with it, each; one that cannot be published
 * any more stays as it is, which `usedIn` tells. @throws AppError not_found, forbidden; template_faulty with all that is wrong, by its place
 */
export async function publishVersion(
  ctx: Context,
  { id: ref, number: asked }: { id: string; number?: number | undefined },
): Promise<TemplateView> {
  const template = await readTemplate(ctx, ref);
  mayChange(ctx, template.companyId);
  await publishOne(ctx, template, await readVersion(template, asked ?? template.latest));
  forgetPublished();
  if (isComponent(template)) {
    await updateUses(ctx, await readTemplate(ctx, template.id));
    forgetPublished();
  }
  return getTemplate(ctx, { id: template.id });
}
