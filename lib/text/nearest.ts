/** Of names that there are, the one that somebody seems to have meant; undefined: none is near. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const meant = plain(written);
  if (meant.length < 3 || meant.length > LONGEST) return undefined;
  const ranked = names
    .map((name) => ({ name, changes: changesBetween(meant, plain(name)) }))
    .toSorted((a, b) => a.changes - b.changes);
  const [best] = ranked;
  if (best && best.changes <= Math.max(1, Math.floor(meant.length / 4))) return best.name;
  return ranked.find(({ name }) => plain(name).includes(meant))?.name;
}

/** Longer ones are no slip of the pen, and would be compared for long. */
const LONGEST = 60;

/** `Messages.Send`, `message_send`: the same word in another coat. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/**
 * Letters to add, to take away, to replace, or to swap with the next (optimal string alignment). For short texts. More than `most` are not
 * counted to their end, which is soon known of what is not alike.
 */
export function changesBetween(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    let lowest = i + 1;
    for (let j = 0; j < b.length; j++) {
      const swapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
      const changes = Math.min(
        row[j + 1]! + 1,
        next[j]! + 1,
        row[j]! + (a[i] === b[j] ? 0 : 1),
        swapped ? before[j - 1]! + 1 : Number.POSITIVE_INFINITY,
      );
      next.push(changes);
      lowest = Math.min(lowest, changes);
    }
    // A row is never more than one below the one before it, so that no swap brings it back either.
    if (lowest > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
