import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { AppError, type FieldError, invalid } from '@/lib/errors';
import { brandFor } from './brand';
import { isComponent } from './categories';
import { PREVIEWED } from './check';
import { checkVariables } from './check-variables';
import { compileText } from './compile';
import { type ComponentSet, componentsOf } from './components/find-components';
import { renderText } from './engine/engine';
import { examplesOf } from './examples-of';
import { hosted } from './hosted';
import { describeFault, faultAt, toFieldErrors } from './problems';
import { renderInTurns } from './render';
import { readTemplate, readVersion, textsOf } from './rows';
import type { PreviewInput, TemplateText } from './schema';
import { buildScope } from './scope';
import type { VariableDeclaration } from './variables';
import type { PreviewView } from './view-schema';

/**
 * A version as it would go out: with the variables that are given, else with its examples, and to nobody real. A draft too.
 * @throws AppError not_found; variables_invalid with all that are missing; template_faulty where it cannot be rendered
 */
export async function previewTemplate(
  ctx: Context,
  { id, number, language, variables, company }: PreviewInput & { id: string },
): Promise<PreviewView> {
  const template = await readTemplate(ctx, id);
  const version = await readVersion(template, number ?? template.latest);
  const texts = (await textsOf([version.id])).get(version.id)!;
  const shown = language ?? template.fallbackLanguage;
  const text = texts[shown];
  if (!text) throw invalid('language', 'no_template_language', { template: template.key, language: shown });
  const companyId =
    company === undefined ? (template.companyId ?? ctx.companyId) : await companyFor(ctx, company);
  const declared = version.variables as VariableDeclaration[];
  const components = await componentsOf(template.companyId, version, texts);
  const around = { declared, variables, language: shown, companyId, components };
  const rendered = await previewText(text, { ...around, within: ownKey(template) });
  return { number: version.number, ...rendered };
}

type Around = {
  declared: VariableDeclaration[];
  variables?: Record<string, unknown> | undefined;
  language: string;
  companyId: string | null;
  components: ComponentSet;
  within: string | undefined;
};

/** What a component must not have within it. */
export function ownKey(template: { key: string; category: string }): string | undefined {
  return isComponent(template) ? template.key : undefined;
}

/** The same of what is not saved yet, such as in an editor. @throws AppError as above */
export async function previewText(
  given: TemplateText,
  { declared, variables, language, companyId, components, within }: Around,
): Promise<Omit<PreviewView, 'number'>> {
  const checked = checkVariables(declared, variables ?? examplesOf(declared));
  if (checked.errors.length > 0) throw invalidVariables(checked.errors);
  const brand = await brandFor(companyId);
  const compiled = await compileText(await hosted(given), {
    brand,
    language,
    components: components.documents(language),
    ...(within !== undefined && { within }),
  });
  if (compiled.problems.length > 0)
    throw new AppError('template_faulty', 'It cannot be shown as it is.', {
      errors: toFieldErrors(language, compiled.problems),
    });
  const input = { ...PREVIEWED, variables: checked.variables };
  const locale = { language, timeZone: brand.timeZone, currency: brand.currency };
  try {
    const rendition = {
      ...compiled,
      id: '',
      templateId: '',
      versionId: '',
      number: 0,
      language,
      brand,
      declared,
    };
    const rendered = await renderInTurns(rendition, input);
    const preheader = renderText(given.preheader, buildScope({ ...input, declared, brand }), locale);
    const bytes = Buffer.byteLength(rendered.html);
    return { ...rendered, language, preheader, bytes, kind: given.kind, unknown: checked.unknown };
  } catch (error) {
    const fault = describeFault(error, given.source);
    throw new AppError('template_faulty', 'It cannot be shown as it is.', {
      errors: [faultAt(`texts.${language}.source`, fault)],
    });
  }
}

/** One answer that names them all. */
export function invalidVariables(errors: FieldError[]): AppError {
  const names = errors.map(({ path }) => path.replace(/^variables\./, '')).join(', ');
  return new AppError('variables_invalid', `Missing or wrong: ${names}.`, { errors });
}
