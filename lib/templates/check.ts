import type { StoredBrand, StoredVariable } from '@/drizzle/schema/templates';
import { ownTurn } from '@/lib/async/own-turn';
import { isComponent, isMarketing } from './categories';
import { checkVariables } from './check-variables';
import { type Compiled, compileText } from './compile';
import type { ComponentSet } from './components/find-components';
import { parseTemplate } from './engine/engine';
import { usedRoots } from './engine/used-roots';
import { examplesOf } from './examples-of';
import { hosted } from './hosted';
import { GRAVE_FLAWS } from './lint/grave-flaws';
import { isGrave, lintMail } from './lint/lint-mail';
import { describeFault, type Problem } from './problems';
import { type Rendered, renderInTurns } from './render';
import type { Texts } from './rows';
import { RESERVED_ROOTS } from './variables';

export type CheckedText = { compiled: Compiled; problems: Problem[] };

type Around = {
  declared: StoredVariable[];
  brand: StoredBrand;
  category: string;
  components: ComponentSet;
  /** Its own key. */
  key: string;
};

/**
 * Whether a version can be published: it compiles, it uses nothing that is not declared, it renders with its examples, all of them and only
 * those that are required, and nothing grave is found in what comes of them. By language.
 */
export async function checkTexts(
  texts: Texts,
  { declared, brand, category, components, key }: Around,
): Promise<Map<string, CheckedText>> {
  const checked = new Map<string, CheckedText>();
  // It has no subject, and what holds for a mail is asked of those that show it.
  const isPart = isComponent({ category });
  for (const [language, text] of Object.entries(texts)) {
    const shown = { components: components.documents(language), ...(isPart && { within: key }) };
    const compiled = await compileText(await hosted(text), { brand, language, ...shown });
    const problems = [...compiled.problems];
    if (!isPart && !text.subject.trim()) problems.push({ field: 'subject', code: 'required', params: {} });
    await ownTurn();
    if (problems.length === 0) problems.push(...(await undeclared(compiled, declared)));
    if (problems.length === 0)
      problems.push(
        ...(await withExamples(compiled, { declared, brand, category, language, source: text.source })),
      );
    checked.set(language, { compiled, problems });
  }
  return checked;
}

/** All of them at once; each form is read in a turn of its own: of 3,000 variables and tags that takes some 30 ms. */
async function undeclared({ subject, html, text }: Compiled, declared: StoredVariable[]): Promise<Problem[]> {
  const known = new Set([...declared.map(({ name }) => name), ...RESERVED_ROOTS]);
  const used = new Set<string>();
  const forms = [
    ['text', subject],
    ['html', html],
    ['text', text],
  ] as const;
  for (const [engine, source] of forms) {
    for (const root of usedRoots(parseTemplate(engine, source))) used.add(root);
    await ownTurn();
  }
  return [...used]
    .filter((name) => !known.has(name))
    .map((name) => ({ field: 'variables', code: 'template_undeclared', params: { name } }));
}

async function withExamples(
  compiled: Compiled,
  {
    declared,
    brand,
    category,
    language,
    source,
  }: Omit<Around, 'components' | 'key'> & { language: string; source: string },
): Promise<Problem[]> {
  const { variables, errors } = checkVariables(declared, examplesOf(declared));
  if (errors.length > 0)
    return errors.map(({ path }) => ({
      field: 'variables',
      code: 'template_example',
      params: { name: path.split('.')[1] ?? path },
    }));
  const required = new Set(declared.filter((each) => each.required).map(({ name }) => name));
  const least = Object.fromEntries(Object.entries(variables).filter(([name]) => required.has(name)));
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
  try {
    const mail = await renderInTurns(rendition, { ...PREVIEWED, variables });
    await renderInTurns(rendition, { ...PREVIEWED, variables: least });
    await ownTurn();
    return isComponent({ category }) ? [] : graveIn(mail, category);
  } catch (error) {
    return [{ field: 'source', ...describeFault(error, source) }];
  }
}

function graveIn(mail: Rendered, category: string): Problem[] {
  // What is said of the preheader is never grave.
  return lintMail({ ...mail, preheader: '', isMarketing: isMarketing(category) })
    .filter(isGrave)
    .map(({ code, values }) => ({ ...GRAVE_FLAWS[code], params: values }));
}

/** Nobody real: previews are shown around. */
export const PREVIEWED = {
  recipient: { email: 'ana.benitez@example.com', name: 'Ana Benítez' },
  message: { id: '00000000-0000-7000-8000-000000000000' },
  now: '2026-11-28T12:00:00.000Z',
};
