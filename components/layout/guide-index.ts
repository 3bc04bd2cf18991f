import MiniSearch from 'minisearch';
import type { Section } from '@/lib/help/sections';

export type FoundSection = Omit<Section, 'text'> & { excerpt: string };

const BEFORE = 40;
const LENGTH = 220;

/** What is written in `language`, ready to be searched in this browser. */
export async function loadGuideIndex(language: string) {
  const answer = await fetch(`/help-sections/${language}`);
  if (!answer.ok) throw new Error(`the guides were not answered: ${answer.status}`);
  return indexOf((await answer.json()) as Section[]);
}

export function indexOf(sections: Section[]) {
  const index = new MiniSearch({
    fields: ['title', 'heading', 'text'],
    processTerm: fold,
    searchOptions: { boost: { heading: 4, title: 2 }, prefix: true, fuzzy: slips, combineWith: 'AND' },
  });
  index.addAll(sections.map((section, id) => ({ id, ...section })));
  return {
    search(query: string, limit: number): FoundSection[] {
      return index
        .search(query)
        .slice(0, limit)
        .map(({ id, terms }) => {
          const { text, ...section } = sections[id]!;
          return { ...section, excerpt: excerptOf(text, terms) };
        });
    },
  };
}

/** Two letters changed round are two slips; a short word with any is another word. */
function slips(term: string): number | false {
  return term.length > 4 && 0.25;
}

/** "Contraseña" is found by "contrasena" as well. */
function fold(term: string): string {
  return term.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** From a little before the first word that was looked for. */
function excerptOf(text: string, terms: string[]): string {
  const at = Math.max(...terms.slice(0, 1).map((term) => fold(text).indexOf(term)), 0);
  const start = at < BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  return (start > 0 ? '… ' : '') + text.slice(start, start + LENGTH);
}
