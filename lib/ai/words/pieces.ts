import type { BlockDocument } from '@/lib/templates/blocks/document';
import { LIQUID, replaceSpans } from '@/lib/text/spans';

/** A text of a template as the editor has it. */
export type Wording = { subject: string; preheader: string; document: BlockDocument };
/** What a reader reads of it, and where it stands. */
export type Piece = { at: string; text: string };

/** Fields of blocks that are words; all others are structure, links and names. */
const WORDS = new Set([
  'text',
  'eyebrow',
  'label',
  'value',
  'title',
  'note',
  'aside',
  'words',
  'alt',
  'reason',
]);
/** In them stand conditions, lists and marks: nothing that is read. */
const CLOSED = new Set(['showIf', 'repeat', 'over', 'marks', 'links', 'look', 'attrs']);

export function piecesOf(wording: Wording): Piece[] {
  const pieces: Piece[] = [];
  for (const name of ['subject', 'preheader'] as const)
    if (isWords(wording[name])) pieces.push({ at: name, text: wording[name] });
  walk(wording.document.sections, 'sections', (at, text) => {
    pieces.push({ at, text });
    return text;
  });
  return pieces;
}

/** The same structure, other words; what is not named stays. */
export function withPieces(wording: Wording, words: ReadonlyMap<string, string>): Wording {
  return {
    subject: words.get('subject') ?? wording.subject,
    preheader: words.get('preheader') ?? wording.preheader,
    document: {
      ...wording.document,
      sections: walk(
        wording.document.sections,
        'sections',
        (at, text) => words.get(at) ?? text,
      ) as BlockDocument['sections'],
    },
  };
}

function walk(value: unknown, at: string, change: (at: string, text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each, index) => walk(each, `${at}.${index}`, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const inner = `${at}.${key}`;
      if (CLOSED.has(key)) return [key, each];
      if (typeof each === 'string')
        return [key, WORDS.has(key) && isWords(each) ? change(inner, each) : each];
      return [key, walk(each, inner, change)];
    }),
  );
}

/** Something is left to say beside its variables. */
function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(replaceSpans(text, LIQUID, () => ''));
}
