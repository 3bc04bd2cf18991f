import { Breath } from './breath';

/** Sorted, or merged, before others may have a turn. */
const PIECE = 2_000;

/** As `toSorted`, for hundreds of thousands, within which others have their turn. */
export async function sortInTurns<T>(items: readonly T[], compare: (a: T, b: T) => number): Promise<T[]> {
  const breath = new Breath();
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += PIECE) {
    runs.push(items.slice(at, at + PIECE).sort(compare));
    await breath.take();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at]!, runs[at + 1] ?? [], compare, breath));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  left: T[],
  right: T[],
  compare: (a: T, b: T) => number,
  breath: Breath,
): Promise<T[]> {
  const merged: T[] = [];
  for (let l = 0, r = 0; l < left.length || r < right.length; ) {
    const isLeft = r === right.length || (l < left.length && compare(left[l]!, right[r]!) <= 0);
    merged.push(isLeft ? left[l++]! : right[r++]!);
    if (merged.length % PIECE === 0) await breath.take();
  }
  return merged;
}
