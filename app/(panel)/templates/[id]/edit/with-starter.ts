import { languageOf } from '@/lib/templates/blocks/source';
import type { Starter } from '@/lib/templates/starters/starter';
import type { Draft } from './draft';

/** Its words in each language that there is, and its variables beside those that stay. */
export function withStarter(draft: Draft, { texts, variables }: Starter): Draft {
  const names = new Set(variables.map(({ name }) => name));
  const taken = Object.keys(draft.texts).map((language) => {
    const { subject, preheader, document } = structuredClone(texts[languageOf(language)]);
    return [language, { subject, preheader, document, text: null }] as const;
  });
  return {
    texts: Object.fromEntries(taken),
    variables: [...variables, ...draft.variables.filter(({ name }) => !names.has(name))],
  };
}
