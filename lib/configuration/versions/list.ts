import type { Context } from '@/lib/context';
import { readTouched, readVersions } from '@/lib/versions/versions';
import { refuseBound } from '../present';
import { keepVersion } from './keep';
import { pairUp } from './pairs';
import type { TouchedThing, VersionFilter, VersionLine } from './schema';
import { actionOf, countSteps } from './steps';

const SHOWN = 5;

/** The newest first. @throws AppError forbidden for who is for some companies alone */
export async function listVersions(
  ctx: Context,
  { limit, cursor }: VersionFilter,
): Promise<{ data: VersionLine[]; nextCursor: number | null }> {
  refuseBound(ctx);
  await keepVersion();
  const rows = await readVersions({ before: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const touched = page.length === 0 ? [] : await readTouched(page.map(({ number }) => number));
  const data = page.map(({ number, at, actors }) => {
    const things = touchedBy(number, touched);
    return {
      number,
      at: at.toISOString(),
      by: actors,
      ...countSteps(things),
      things: things.slice(0, SHOWN),
    };
  });
  return { data, nextCursor: rows.length > limit ? page.at(-1)!.number : null };
}

type Touched = Awaited<ReturnType<typeof readTouched>>[number];

function touchedBy(number: number, touched: Touched[]): TouchedThing[] {
  const pairs = pairUp(
    touched.filter(({ until }) => until === number),
    touched.filter(({ since }) => since === number),
  );
  return pairs.map((pair) => {
    const { section, company, name } = (pair.after ?? pair.before)!;
    return { action: actionOf(pair), section, company, name };
  });
}
