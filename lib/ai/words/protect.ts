import { LIQUID, replaceSpans } from '@/lib/text/spans';

const MARK = /⟦v\d{1,3}⟧/g;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"']+|\b[\w-]+@[\w-]+\.\w+/gi;

export type Protected = { text: string; tokens: string[] };

/** Variables and tags as marks: models translate names, and a mark cannot be translated. */
export function protect(text: string): Protected {
  const tokens: string[] = [];
  return { text: replaceSpans(text, LIQUID, (token) => `⟦v${tokens.push(token)}⟧`), tokens };
}

/** With what was protected in its place. Null: a variable is gone, doubled or new, tags changed their order, or a link came in that was not there. */
export function unprotect(answer: string, { text, tokens }: Protected): string | null {
  const [before, after] = [text.match(MARK) ?? [], answer.match(MARK) ?? []];
  if (before.toSorted().join() !== after.toSorted().join()) return null;
  if (orderOfTags(before, tokens) !== orderOfTags(after, tokens)) return null;
  const words = answer.replace(MARK, '');
  // Nothing of Liquid may be written anew, nor half a mark.
  if (/\{\{|\{%|\}\}|%\}|[⟦⟧]/.test(words)) return null;
  const known = new Set(text.match(LINK)?.map((link) => link.toLowerCase()));
  if (words.match(LINK)?.some((link) => !known.has(link.toLowerCase()))) return null;
  return answer.replace(MARK, (mark) => tokens[Number(mark.slice(2, -1)) - 1]!);
}

/** `if` before its `endif`: outputs may change places, tags may not. */
function orderOfTags(marks: string[], tokens: string[]): string {
  return marks
    .map((mark) => tokens[Number(mark.slice(2, -1)) - 1] ?? '')
    .filter((token) => token.startsWith('{%'))
    .join();
}
