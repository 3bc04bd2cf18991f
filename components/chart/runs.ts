export type Point = { at: number; value: number };

/** What lies between two gaps, each with its place. */
export function runsOf(values: (number | null)[]): Point[][] {
  const runs: Point[][] = [];
  values.forEach((value, at) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last?.at(-1)?.at === at - 1) last.push({ at, value });
    else runs.push([{ at, value }]);
  });
  return runs;
}
