import { isSame, isTree } from '@/lib/settings/difference';
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/schema';
import type { KeptThing, StoredThing } from '@/lib/versions/things';
import { canonical } from '../canonical';
import type { Fields, Noun, Thing } from '../noun';
import { COMPANIES, NOUNS } from '../nouns';
import type { Present } from '../present';

const SETTINGS = 'settings';

/** All that there is, as a version keeps it. */
export function keptThings({ settings, things, keys }: Present): KeptThing[] {
  const nouns = NOUNS.flatMap((noun) =>
    things.get(noun)!.map(({ id, companyId, name, fields, secrets }) => ({
      section: noun.section,
      thingId: id,
      company: companyId && keys.get(companyId)!,
      name,
      fields: plain(fields),
      secrets: secrets ?? {},
    })),
  );
  const own = { section: SETTINGS, thingId: SETTINGS, company: null, name: '', secrets: {} };
  return [{ ...own, fields: plain(settings as Fields) }, ...nouns];
}

/** What a version kept, as what there was then. Fields that this program no longer knows are left out. */
export function presentOf(stored: StoredThing[]): Present {
  const companies = stored.map(({ company }) => company).filter((key) => key !== null);
  const of = (noun: Noun) => stored.filter(({ section }) => section === noun.section);
  return {
    settings: known(
      stored.find(({ section }) => section === SETTINGS)?.fields ?? {},
      DEFAULT_SETTINGS,
    ) as Settings,
    things: new Map(NOUNS.map((noun) => [noun, of(noun).map((thing) => thingOf(noun, thing))])),
    keys: new Map(companies.map((key) => [key, key])),
  };
}

function thingOf(noun: Noun, { thingId, company, name, fields, secrets }: StoredThing): Thing {
  const known = Object.keys(noun.schema.shape).filter((field) => field in fields);
  const told = Object.fromEntries(known.map((field) => [field, fields[field]]));
  // What is a company's own names it by its key.
  const id = noun === COMPANIES ? name : thingId;
  return { id, companyId: company, name, fields: told, ...(noun.hasSecrets && { secrets }) };
}

/** Settings that there are, at each depth. */
function known(fields: Fields, defaults: Fields): Fields {
  const names = Object.keys(fields).filter((name) => Object.hasOwn(defaults, name));
  return Object.fromEntries(
    names.map((name) => {
      const [value, there] = [fields[name], defaults[name]];
      return [name, isTree(value) && isTree(there) ? known(value, there) : value];
    }),
  );
}

export function isAsKept(one: KeptThing, other: KeptThing): boolean {
  const all = ({ company, name, fields, secrets }: KeptThing) =>
    canonical({ company, name, fields, secrets });
  return isSame(all(one), all(other));
}

/** As JSON has it. */
function plain(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields));
}
