import type { Language } from './block';
import type { Brand } from './brand';
import { BlockDocument } from './document';
import type { Components } from './expand';
import { toMjml } from './to-mjml';
import { toText } from './to-text';

type Given = {
  brand: { name: string; color: string; logo: string | null };
  language: string;
  preheader?: string;
  components?: Components;
  within?: string;
};

/** A text of a template that was written in the visual editor: kept as JSON. @throws Error that says what is wrong with it */
export const BLOCK_SOURCE = {
  toMjml: (source: string, given: Given) => toMjml(readDocument(source), aroundOf(given)),
  toText: (source: string, given: Given) => toText(readDocument(source), aroundOf(given)),
};

/** @throws Error */
export function readDocument(source: string): BlockDocument {
  const read = BlockDocument.safeParse(JSON.parse(source));
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new Error(`${first?.path.join('.') || 'document'}: ${first?.message ?? 'is not valid'}`);
}

export function aroundOf({ brand, language, preheader = '', components, within }: Given) {
  const own: Brand = { company: brand.name, color: brand.color, logo: brand.logo };
  return {
    brand: own,
    language: languageOf(language),
    preheader,
    ...(components && { components }),
    ...(within !== undefined && { within }),
  };
}

/** Of the few words that blocks say by themselves. */
export function languageOf(language: string): Language {
  return language.split('-')[0] === 'es' ? 'es' : 'en';
}
