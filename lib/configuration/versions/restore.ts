import type { Context } from '@/lib/context';
import { fieldErrorsOf } from '@/lib/field-errors';
import { readThings, type StoredThing } from '@/lib/versions/things';
import { type Applied, applyConfiguration } from '../apply';
import { ConfigurationDocument } from '../document';
import { toDocument } from '../export';
import type { Fields } from '../noun';
import { COMPANIES, nounOf } from '../nouns';
import type { Place } from '../plan';
import { refuseBound } from '../present';
import { refuse } from '../read-text';
import { versionOf } from './get';
import { keepVersion } from './keep';
import type { RestoreInput } from './schema';
import { presentOf } from './things';

/**
 * Makes everything as it was configured as of a version, or one thing alone: a version of its own, so that it can be undone as well. What got another name
 * gets its old one back, what was deleted is made anew, with its secrets, and what was added since is deleted.
 * @throws AppError not_found; validation_failed where something of it cannot be any more
 */
export async function restoreVersion(
  ctx: Context,
  { number, dryRun, only }: RestoreInput & { number: number },
): Promise<Applied> {
  refuseBound(ctx);
  const newest = await keepVersion();
  await versionOf(number);
  const [then, now] = await Promise.all([readThings(number), readThings(newest)]);
  const wanted = only ? findThen(only, { then, now }) : then;
  const document = documentOf([...ownersOf(wanted, { then, now }), ...wanted], now);
  if (!only) return applyConfiguration(ctx, document, { dryRun, prune: 'whole', deletes: 'any' });
  const without = wanted.length === 0 ? [only] : [];
  return applyConfiguration(ctx, document, { dryRun, without });
}

type Both = Record<'then' | 'now', StoredThing[]>;

/** By its name of then, or by that of today. */
function findThen(place: Place, { then, now }: Both): StoredThing[] {
  const named = then.filter((thing) => isAt(place, thing));
  const today = now.find((thing) => isAt(place, thing));
  if (named.length > 0 || !today) return named;
  return then.filter(({ section, thingId }) => section === today.section && thingId === today.thingId);
}

function isAt({ section, company, name }: Place, thing: StoredThing): boolean {
  return thing.section === section && thing.company === company && thing.name === name;
}

/** The companies beneath which things stand: those that are there stay as they are. */
function ownersOf(
  wanted: StoredThing[],
  { then, now }: Record<'then' | 'now', StoredThing[]>,
): StoredThing[] {
  const find = (things: StoredThing[], key: string | null) =>
    things.find(({ section, name }) => section === COMPANIES.section && name === key);
  const missing = new Set(wanted.map(({ company }) => company).filter((key) => !find(wanted, key)));
  return [...missing].flatMap((key) => {
    const company = find(then, key);
    if (!company) return [];
    return find(now, key) ? { ...company, fields: {} } : company;
  });
}

/** Its secrets are sealed on the way. */
function documentOf(wanted: StoredThing[], now: StoredThing[]): ConfigurationDocument {
  const sections = new Set(wanted.map(({ section }) => section));
  const document = toDocument(presentOf(wanted), { secrets: 'sealed' });
  for (const thing of wanted) nameBefore(document, thing, now);
  // Of settings alone nothing is said of others.
  const said = sections.has('settings') ? document : { ...document, settings: undefined };
  const parsed = ConfigurationDocument.safeParse(said, { reportInput: true });
  if (!parsed.success) throw refuse(fieldErrorsOf(parsed.error));
  return parsed.data;
}

function nameBefore(document: Fields, thing: StoredThing, now: StoredThing[]): void {
  const { section, thingId, company, name } = thing;
  if (section === 'settings' || !nounOf(section).rename) return;
  const today = now.find((one) => one.section === section && one.thingId === thingId);
  if (!today || today.name === name || today.company !== company) return;
  const within = company === null ? document : (document.companies as Record<string, Fields>)[company];
  const said = (within?.[section] as Record<string, Fields> | undefined)?.[name];
  if (said) said.renamedFrom = today.name;
}
