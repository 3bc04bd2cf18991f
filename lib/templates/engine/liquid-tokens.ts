/** `{{ … }}` and `{% … %}` of a source, in order, with the line on which each begins. */
export type LiquidToken = { text: string; line: number; at: number };

export function liquidTokens(source: string): LiquidToken[] {
  const tokens: LiquidToken[] = [];
  let line = 1;
  let read = 0;
  for (let at = nextToken(source, 0); at >= 0; ) {
    const end = tokenEnd(source, at);
    line += newLines(source, read, at);
    tokens.push({ text: source.slice(at, end), line, at });
    read = at;
    at = nextToken(source, end);
  }
  return tokens;
}

/** Behind the token that begins at `at`; the end of the source where it has none. */
export function tokenEnd(source: string, at: number): number {
  const end = source.indexOf(source[at + 1] === '{' ? '}}' : '%}', at + 2);
  return end < 0 ? source.length : end + 2;
}

export function isTokenAt(source: string, at: number): boolean {
  return source[at] === '{' && (source[at + 1] === '{' || source[at + 1] === '%');
}

function nextToken(source: string, from: number): number {
  for (let at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1))
    if (isTokenAt(source, at)) return at;
  return -1;
}

function newLines(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = source.indexOf('\n', from); at >= 0 && at < to; at = source.indexOf('\n', at + 1)) count++;
  return count;
}

/** `{{amount|money}}` and `{{ amount | money }}` are the same. */
const plain = ({ text }: LiquidToken) => text.replace(/\s+/g, '').replace(/^\{([{%])-|-([}%])\}$/g, '{$1$2}');

/**
 * The first token that a compiler dropped or moved; null: none. Control flow must come out in the very order it went in; what is printed may
 * stand in several places (MJML writes some attributes twice), but nowhere less. Facts: content, 2.1: text between blocks vanishes silently.
 */
export function lostToken(before: string, after: string): LiquidToken | null {
  const came = liquidTokens(after);
  const flow = came.filter(isFlow).map(plain);
  const printed = new Set(came.filter((token) => !isFlow(token)).map(plain));
  let place = 0;
  for (const token of liquidTokens(before)) {
    if (isFlow(token)) {
      if (flow[place] !== plain(token)) return token;
      place++;
    } else if (!printed.has(plain(token))) return token;
  }
  // MJML that repeats a piece of control flow would leave it half open.
  return place === flow.length ? null : (liquidTokens(before).findLast(isFlow) ?? null);
}

function isFlow({ text }: LiquidToken): boolean {
  return text.startsWith('{%');
}
