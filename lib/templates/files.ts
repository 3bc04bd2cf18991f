import { z } from 'zod';
import { invalid } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { type SourceKind, TemplateInput } from './schema';
import type { TemplateView } from './view-schema';

/** By name: what a programmer keeps of a template in a folder, and in git. */
export type TemplateFiles = Record<string, string>;

const ENDINGS: Record<SourceKind, string> = { mjml: '.mjml', html: '.html', blocks: '.blocks.json' };
const FACTS = 'template.json';

const Facts = z.looseObject({
  texts: z.record(z.string(), z.looseObject({ kind: z.enum(['mjml', 'html', 'blocks']) })),
});

/** Its newest version: `template.json`, and in each language a source and, where its author wrote one, a plain text. */
export function toFiles({ key, title, category, fallbackLanguage, current }: TemplateView): TemplateFiles {
  const files: TemplateFiles = {};
  const texts: Record<string, object> = {};
  for (const [language, { source, text, ...words }] of Object.entries(current.texts)) {
    texts[language] = words;
    files[language + ENDINGS[words.kind]] = source;
    if (text !== null) files[`${language}.txt`] = text;
  }
  const facts = { key, title, category, fallbackLanguage, variables: current.variables, texts };
  return { [FACTS]: `${JSON.stringify(facts, null, 2)}\n`, ...files };
}

/** @throws AppError validation_failed, with the place */
export function fromFiles(files: TemplateFiles): TemplateInput {
  const { texts, ...facts } = parseInput(Facts, readJson(files[FACTS]));
  const whole = Object.entries(texts).map(([language, words]) => {
    const source = files[language + ENDINGS[words.kind]];
    if (source === undefined) throw invalid(`texts.${language}.source`, 'required');
    return [language, { ...words, source, text: files[`${language}.txt`] ?? null }];
  });
  return parseInput(TemplateInput, { ...facts, texts: Object.fromEntries(whole) });
}

function readJson(text: string | undefined): unknown {
  if (text === undefined) throw invalid(FACTS, 'required');
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(FACTS, 'not_json');
  }
}
