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

/** `from`: the newest version before. */
export type Restored = Applied & { from: number };

/**
 * Makes everything as it was configured as of a version, or one thing alone: a version of its own, so that it can be undone as well. What got another name
 * gets its old one back, what was deleted is made anew, with its secrets, and what was added since is deleted, a secret of what stays, too.
 * @throws AppError not_found; changed_meanwhile; validation_failed where something of it cannot be any more
 */
export async function restoreVersion(
  ctx: Context,
  { number, dryRun, only, expectVersion }: RestoreInput & { number: number },
): Promise<Restored> {
  refuseBound(ctx);
  const from = await keepVersion();
  await versionOf(number);
  const [then, now] = await Promise.all([readThings(number), readThings(from)]);
  const wanted = only ? findThen(only, { then, now }) : then;
  const document = documentOf([...ownersOf(wanted, { then, now }), ...wanted], now);
  // What to do was found out of what there was a moment ago.
  const asked = { dryRun, expectVersion: expectVersion ?? from };
  const which = only
    ? { without: wanted.length === 0 ? [only] : [] }
    : ({ prune: 'whole', deletes: 'any' } as const);
  return { ...(await applyConfiguration(ctx, document, { ...asked, ...which })), from };
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
  for (const thing of wanted) tellSince(document, thing, now);
  // Of settings alone nothing is said of others.
  const said = sections.has('settings') ? document : { ...document, settings: undefined };
  const parsed = ConfigurationDocument.safeParse(said, { reportInput: true });
  if (!parsed.success) throw refuse(fieldErrorsOf(parsed.error));
  return parsed.data;
}

/** What the document cannot tell of then by itself: the name of today, and the secrets that came since. */
function tellSince(document: Fields, thing: StoredThing, now: StoredThing[]): void {
  const { section, thingId, company, name } = thing;
  const within = company === null ? document : (document.companies as Record<string, Fields>)[company];
  const said = (within?.[section] as Record<string, Fields> | undefined)?.[name];
  if (section === 'settings' || !said) return;
  const isIt = (one: StoredThing) => one.section === section && one.thingId === thingId;
  const today = now.find(isIt);
  if (nounOf(section).rename && today && today.name !== name && today.company === company)
    said.renamedFrom = today.name;
  const secrets = now
    .filter((one) => isIt(one) || isAt({ section, company, name }, one))
    .flatMap((one) => Object.keys(one.secrets))
    .filter((secret) => !(secret in thing.secrets));
  if (secrets.length === 0) return;
  const gone = Object.fromEntries(secrets.map((secret) => [secret, null]));
  said.secrets = { ...(said.secrets as Fields | undefined), ...gone };
}
