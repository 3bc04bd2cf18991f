import { richText } from '@/lib/templates/blocks/rich-text/write';
import { saveVersion } from '@/lib/templates/save-version';
import { VersionInput } from '@/lib/templates/schema';
import { write } from '@/lib/templates/starters/write';
import { testContext } from './factories';
import { makeTemplate } from './templates';

let count = 0;
const words = (text: string) => ({ columns: [[{ kind: 'text' as const, content: richText(text) }]] });
export const source = (text: string, ...keys: string[]) => {
  const document = write({}, [words(text)]);
  const parts = keys.map((component, at) => ({ id: `p${at}`, kind: 'component', component }));
  return JSON.stringify({ ...document, sections: [...document.sections, ...parts] });
};
export const inBlocks = (text: string, ...keys: string[]) => ({
  es: { subject: 'Hola', kind: 'blocks' as const, source: source(text, ...keys) },
});

/** Published. */
export const makeComponent = (
  text: string,
  input: { key?: string; company?: string; within?: string[] } = {},
) => {
  const { key = `part-${++count}`, company, within = [] } = input;
  const texts = inBlocks(text, ...within);
  return makeTemplate({ key, company, title: key, category: 'component', texts, variables: [] });
};
/** A published template that shows it. */
export const makeUser = (key: string, text = 'cuerpo') =>
  makeTemplate({ title: `de ${key}`, texts: inBlocks(text, key), variables: [] });
/** A version of it that is published. */
export const change = (id: string, text: string, ...within: string[]) =>
  saveVersion(testContext, {
    id,
    ...VersionInput.parse({ texts: inBlocks(text, ...within), publish: true }),
  });
