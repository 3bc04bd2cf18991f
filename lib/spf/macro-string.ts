import { isDnsName } from '@/lib/dns/name';

export type MacroToken =
  | { literal: string; isEscape?: boolean }
  | { letter: string; keep: number | null; reverse: boolean; delimiters: string };

const TOKEN = /%\{([a-z])(\d*)(r?)([.\-+,/_=]*)\}|%([%_-])|[^%]+/giy;
const ESCAPES: Record<string, string> = { '%': '%', _: ' ', '-': '%20' };
const LETTERS = 'slodiphv';
/** Of explanations alone (RFC 7208 7.2). */
const LETTERS_OF_TEXT = 'crt';
const TOPLABEL = /\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\.?$/i;

/** RFC 7208 7.1, a `macro-string`; of an explanation also its own letters. Null: it is none. */
export function parseMacroString(text: string, letters: 'domain' | 'text'): MacroToken[] | null {
  const allowed = letters === 'text' ? LETTERS + LETTERS_OF_TEXT : LETTERS;
  const tokens: MacroToken[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return null;
    const [literal, letter, digits, reverse, delimiters, escaped] = match;
    if (letter) {
      const keep = digits ? Number(digits) : null;
      if (!allowed.includes(letter.toLowerCase()) || keep === 0) return null;
      tokens.push({ letter, keep, reverse: reverse !== '', delimiters: delimiters || '.' });
    } else if (escaped) tokens.push({ literal: ESCAPES[escaped]!, isEscape: true });
    else tokens.push({ literal });
  }
  return tokens;
}

/** A `domain-spec`: it ends in a macro, or in a dot and a label that is no number. */
export function parseDomainSpec(text: string): MacroToken[] | null {
  if (!isVisible(text)) return null;
  const tokens = parseMacroString(text, 'domain');
  if (!tokens || tokens.length === 0) return null;
  const last = tokens.at(-1)!;
  if ('literal' in last && !last.isEscape && !TOPLABEL.test(last.literal)) return null;
  return hasMacros(tokens) || isDnsName(text) ? tokens : null;
}

/** Is its meaning not known before a message comes? */
export function hasMacros(tokens: MacroToken[]): boolean {
  return tokens.some((token) => 'letter' in token);
}

/** Visible characters of ASCII (RFC 7208 4.6.1). */
export function isVisible(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}
