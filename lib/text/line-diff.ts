export type DiffLine = { kind: 'same' | 'added' | 'removed'; text: string };

/** So many lines are compared one with another; what is beyond is told as replaced. */
const MOST = 1_500;

/** What became of a text, line by line: the longest sequence that both have stays. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [was, is] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start++;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  const same = (lines: string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }));
  return [
    ...same(is.slice(0, start)),
    ...between(was.slice(start, was.length - end), is.slice(start, is.length - end)),
    ...same(is.slice(is.length - end)),
  ];
}

function between(was: string[], is: string[]): DiffLine[] {
  const replaced: DiffLine[] = [
    ...was.map((text) => ({ kind: 'removed' as const, text })),
    ...is.map((text) => ({ kind: 'added' as const, text })),
  ];
  if (was.length === 0 || is.length === 0 || was.length > MOST || is.length > MOST) return replaced;
  const longest = lengths(was, is);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < was.length && j < is.length)
    if (was[i] === is[j]) {
      lines.push({ kind: 'same', text: is[j]! });
      i++;
      j++;
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) lines.push({ kind: 'removed', text: was[i++]! });
    else lines.push({ kind: 'added', text: is[j++]! });
  return [
    ...lines,
    ...was.slice(i).map((text) => ({ kind: 'removed' as const, text })),
    ...is.slice(j).map((text) => ({ kind: 'added' as const, text })),
  ];
}

/** Of each pair of rests how long the sequence is that both have. */
function lengths(was: string[], is: string[]): Uint16Array[] {
  const table = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      table[i]![j] =
        was[i] === is[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}
