import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { readThings } from '@/lib/versions/things';
import { findVersion, type VersionRow } from '@/lib/versions/versions';
import { toDocument } from '../export';
import type { Fields } from '../noun';
import { refuseBound } from '../present';
import { keepVersion } from './keep';
import type { VersionQuery, VersionView } from './schema';
import { countSteps, stepsBetween } from './steps';
import { presentOf } from './things';

/** What it changed, or how it differs from any other one. @throws AppError not_found, forbidden */
export async function getVersion(
  ctx: Context,
  { number, against }: VersionQuery & { number: number },
): Promise<VersionView> {
  refuseBound(ctx);
  const newest = await keepVersion();
  const { at, actors } = await versionOf(number);
  const other = against === undefined ? await findVersion(number - 1) : await versionOf(against);
  const steps = other ? stepsBetween(await readThings(other.number), await readThings(number)) : [];
  return {
    number,
    at: at.toISOString(),
    by: actors,
    newest: number === newest,
    against: other?.number ?? null,
    ...countSteps(steps),
    steps,
  };
}

/** All that was configured then, with its secrets named. @throws AppError not_found, forbidden */
export async function getVersionDocument(ctx: Context, { number }: { number: number }): Promise<Fields> {
  refuseBound(ctx);
  await versionOf(number);
  return toDocument(presentOf(await readThings(number)));
}

/** @throws AppError not_found */
export async function versionOf(number: number): Promise<VersionRow> {
  const found = await findVersion(number);
  if (!found) throw notFound('version', `${number}`);
  return found;
}
