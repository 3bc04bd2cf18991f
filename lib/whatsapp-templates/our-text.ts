import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import type { Rendition } from '@/lib/templates/render';
import { renditionFor } from '@/lib/templates/renditions';
import { languagesOf, readTemplate, readVersion, type TemplateRecord } from '@/lib/templates/rows';

/** What a template of ours says in one language, as messages get it. */
export type OurText = { template: TemplateRecord; rendition: Rendition };

/** @throws AppError not_found; validation_failed for one that was not published, or has no such language */
export async function ourText(
  ctx: Context,
  { template: ref, language }: { template: string; language: string },
): Promise<OurText> {
  const template = await readTemplate(ctx, ref);
  if (template.published === null) throw invalid('template', 'template_unpublished', { template: ref });
  const version = await readVersion(template, template.published);
  const languages = (await languagesOf([version.id])).get(version.id) ?? [];
  if (!languages.includes(language))
    throw invalid('language', 'no_template_language', { template: template.key, language });
  return { template, rendition: await renditionFor(version, language, template.companyId) };
}
