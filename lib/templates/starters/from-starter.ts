import type { z } from 'zod';
import type { TemplateInput } from '../schema';
import { STARTERS } from './registry';
import type { Starter } from './starter';

/** By its key; null: there is none. */
export function findStarter(key: string): Starter | null {
  return STARTERS.find((starter) => starter.key === key) ?? null;
}

/** What `createTemplate` takes: the starter as a draft of one's own, in both languages. */
export function fromStarter(
  { key, category, title, variables, texts }: Starter,
  language: 'en' | 'es',
): z.input<typeof TemplateInput> {
  const textIn = (each: 'en' | 'es') => {
    const { subject, preheader, document } = texts[each];
    return { subject, preheader, kind: 'blocks' as const, source: JSON.stringify(document) };
  };
  return {
    key,
    category,
    title: title[language],
    fallbackLanguage: language,
    variables,
    texts: { en: textIn('en'), es: textIn('es') },
  };
}
