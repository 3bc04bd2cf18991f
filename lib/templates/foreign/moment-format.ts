/** Tokens of https://momentjs.com/docs/#/displaying/format/ for which our dates have one; `[text]` stands for itself. */
const TOKENS: Record<string, string> = {
  YYYY: '%Y',
  YY: '%y',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  DD: '%d',
  D: '%e',
  dddd: '%A',
  ddd: '%a',
  HH: '%H',
  mm: '%M',
};

/** Nobody writes a date at such length; a bracket that nothing closes would be looked for from each of them. */
const LONGEST = 200;

const PIECES = /\[([^\]]*)\]|([A-Za-z])\2*|[^A-Za-z[]+|\[/g;

/** `MMMM D, YYYY` → `%B %e, %Y`; null where it asks for what we do not write: seconds, twelve hours, zones. */
export function fromMoment(format: string): string | null {
  if (format.length > LONGEST) return null;
  const pieces: (string | undefined)[] = Array.from(format.matchAll(PIECES), ([all, text, letter]) => {
    if (text !== undefined) return text.replaceAll('%', '%%');
    if (letter === undefined) return all.replaceAll('%', '%%');
    return Object.hasOwn(TOKENS, all) ? TOKENS[all] : undefined;
  });
  return pieces.every((piece) => piece !== undefined) ? pieces.join('') : null;
}
