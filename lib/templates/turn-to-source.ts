import { z } from 'zod';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { aroundOf, readDocument } from './blocks/source';
import { toSource } from './blocks/to-mjml';
import { toText } from './blocks/to-text';
import { brandFor } from './brand';
import { isComponent } from './categories';
import { currentComponents } from './components/find-components';
import { readTemplate, readVersion, textsOf } from './rows';
import { saveVersion } from './save-version';
import type { TemplateText } from './schema';
import type { VariableDeclaration } from './variables';
import type { TemplateView } from './view-schema';

/** `POST /api/v1/templates/{id}/source`. `basedOn`: the newest version that was read; refused where somebody saved since. */
export const ToSourceInput = z.strictObject({ basedOn: z.number().int().min(1).optional() });
export type ToSourceInput = z.output<typeof ToSourceInput>;

/**
 * What was written in blocks as MJML, in a new version: from then on it is changed as source, since no source becomes blocks again. The version
 * in blocks stays. Colours are those of the company's brand of today; components stay components.
 * @throws AppError not_found, forbidden, changed_meanwhile; validation_failed for a component, and where nothing is in blocks
 */
export async function turnToSource(
  ctx: Context,
  { id: ref, basedOn }: ToSourceInput & { id: string },
): Promise<TemplateView> {
  const template = await readTemplate(ctx, ref);
  mayChange(ctx, template.companyId);
  if (isComponent(template)) throw invalid('', 'component_kind');
  const version = await readVersion(template, template.latest);
  const given = (await textsOf([version.id])).get(version.id)!;
  if (!Object.values(given).some(({ kind }) => kind === 'blocks')) throw invalid('', 'template_is_source');
  const brand = await brandFor(template.companyId);
  const components = await currentComponents(template.companyId, Object.values(given));
  const turn = (language: string, text: TemplateText): TemplateText => {
    if (text.kind !== 'blocks') return text;
    const document = read(language, text.source);
    const around = aroundOf({ brand, language, components: components.documents(language) });
    // Blocks know their own words better than their HTML does.
    const words = text.text ?? toText(document, around);
    return { ...text, kind: 'mjml', source: toSource(document, around), text: words };
  };
  const texts = Object.entries(given).map(([language, text]) => [language, turn(language, text)] as const);
  return saveVersion(ctx, {
    id: template.id,
    basedOn: basedOn ?? template.latest,
    publish: false,
    note: 'MJML',
    texts: Object.fromEntries(texts),
    variables: version.variables as VariableDeclaration[],
  });
}

function read(language: string, source: string) {
  try {
    return readDocument(source);
  } catch (error) {
    throw invalid(`texts.${language}.source`, 'template_markup', { line: 1, why: (error as Error).message });
  }
}
