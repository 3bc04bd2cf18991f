/** What opens and what closes a span. */
export type Marks = readonly (readonly [opens: string, closes: string])[];

export type Span = { text: string; at: number };

/** Outputs and tags of Liquid. */
export const LIQUID: Marks = [
  ['{{', '}}'],
  ['{%', '%}'],
];

export const COMMENTS: Marks = [['<!--', '-->']];

/**
 * Spans from a mark to the next that closes it, both included, one behind the other; what nothing closes is none. As an expression such as
 * `{{[\s\S]*?}}` finds them, which looks at all of the rest of a text for each opening that nothing closes: this looks once.
 */
export function* spansOf(text: string, marks: Marks): Generator<Span> {
  const next = marks.map(([opens]) => text.indexOf(opens));
  for (let from = 0; ; ) {
    for (const [kind, [opens]] of marks.entries())
      if (next[kind]! >= 0 && next[kind]! < from) next[kind] = text.indexOf(opens, from);
    const at = Math.min(...next.filter((place) => place >= 0));
    if (at === Number.POSITIVE_INFINITY) return;
    const kind = next.indexOf(at);
    const [opens, closes] = marks[kind]!;
    const end = text.indexOf(closes, at + opens.length);
    if (end < 0) next[kind] = -1;
    else {
      from = end + closes.length;
      yield { text: text.slice(at, from), at };
    }
  }
}

export function replaceSpans(text: string, marks: Marks, by: (span: string) => string): string {
  let written = '';
  let read = 0;
  for (const span of spansOf(text, marks)) {
    written += text.slice(read, span.at) + by(span.text);
    read = span.at + span.text.length;
  }
  return written + text.slice(read);
}
