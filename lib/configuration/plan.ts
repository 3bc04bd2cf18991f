import { changedFields, type FieldChange } from '@/lib/changes';
import type { Context } from '@/lib/context';
import { type FieldError, fieldError } from '@/lib/errors';
import { difference, isSame, isTree } from '@/lib/settings/difference';
import type { Settings } from '@/lib/settings/schema';
import { canonical } from './canonical';
import { type ConfigurationDocument, type Said, speaksOf, thingsSaid } from './document';
import type { Changed, Fields, Noun, Thing } from './noun';
import { NOUNS } from './nouns';
import type { Present } from './present';
import { resolveSecrets, type SecretReference } from './secrets';
import { plainName } from './things';

/** What is done to one thing, for people to read. Secrets are only named. */
export type Step = {
  action: 'add' | 'change' | 'remove';
  section: string;
  company: string | null;
  name: string;
  changes: FieldChange[];
};

/** One step with what it takes to do it. */
export type Work = Step & {
  noun: Noun | null;
  thing?: Thing;
  title: string;
  renamed?: true;
  changed: Changed;
  path: string;
};

export type Plan = { works: Work[]; problems: FieldError[] };

/** A thing by its name. */
export type Place = { section: string; company: string | null; name: string };

/** `without`: these are deleted, whatever else there is. */
export type PlanOptions = { prune?: boolean | 'whole'; without?: Place[] };

/** What has to be done so that things are as the document says. What it does not name stays, unless `prune` is asked for. */
export function planChanges(
  ctx: Context,
  document: ConfigurationDocument,
  present: Present,
  { prune = false, without = [] }: PlanOptions = {},
): Plan {
  const problems: FieldError[] = [];
  const said = thingsSaid(document);
  const works = said.flatMap((one) =>
    planOne(ctx, { ...one, title: titleOf(one, said, present) }, present, problems),
  );
  const settings = planSettings(document, present.settings);
  const isGone = (noun: Noun, company: string | null, name: string) =>
    prune
      ? prune === 'whole' || speaksOf(document, noun.section, company)
      : without.some(
          (place) => place.section === noun.section && place.company === company && place.name === name,
        );
  const gone = planRemovals(said, present, isGone);
  return { works: [...settings, ...works, ...gone], problems };
}

function planSettings({ settings }: ConfigurationDocument, now: Settings): Work[] {
  if (!settings) return [];
  const fields = onlyGiven(difference(settings, now));
  if (Object.keys(fields).length === 0) return [];
  const changes = changedFields(pickDeep(now as Fields, fields), fields);
  const changed = { fields, secrets: {}, differing: [] };
  return [
    {
      action: 'change',
      section: 'settings',
      company: null,
      name: '',
      changes,
      noun: null,
      title: '',
      changed,
      path: 'settings',
    },
  ];
}

/** `Reminder #2` is the second of that name where there is a first, and its own name where there is none. */
function titleOf(one: Said, said: Said[], present: Present): string {
  const plain = plainName(one.name);
  if (plain === null) return one.name;
  const { noun, company } = one;
  const isThere = said.some(
    (other) => other.noun === noun && other.company === company && other.name === plain,
  );
  return isThere || findThing({ ...one, name: plain }, present) ? plain : one.name;
}

type Titled = Said & { title: string };

function planOne(ctx: Context, said: Titled, present: Present, problems: FieldError[]): Work[] {
  const { noun, company, name, title, path } = said;
  const thing = findThing(said, present);
  const { secrets: references = {}, ...given } = said.fields;
  const place = { section: noun.section, company, name };
  const known = thing?.secrets ?? {};
  const found = resolveSecrets(ctx, references as Record<string, SecretReference>, {
    place,
    path: `${path}.secrets`,
    known,
  });
  problems.push(...found.problems);
  const fields = onlyGiven(noun.normalize?.(given, thing) ?? given);
  const changed = {
    fields: thing ? differing(fields, noun.normalize?.(thing.fields, thing) ?? thing.fields) : fields,
    secrets: found.values,
    differing: found.differing,
  };
  const renamed = isRenamed(said, thing);
  const step = { section: noun.section, company, name: renamed ? name : (thing?.name ?? name) };
  if (!thing) return [{ ...step, action: 'add', changes: [], noun, title, changed, path }];
  // What does not differ is given all the same: with another server a secret has to be.
  if (!renamed && Object.keys(changed.fields).length + found.differing.length === 0) return [];
  const changes = [
    ...(renamed ? [{ path: 'name', before: thing.name, after: title }] : []),
    ...changedFields(pick(thing.fields, changed.fields), changed.fields),
    ...found.differing.map((secret) => ({
      path: `secrets.${secret}`,
      before: '••••',
      after: '••••',
    })),
  ];
  const how = renamed ? { renamed: true as const } : {};
  return [{ ...step, ...how, action: 'change', changes, noun, thing, title, changed, path }];
}

/** By its name; where there is none of it, by the one it had. */
function findThing(said: Said, present: Present): Thing | undefined {
  const { renamedFrom } = said;
  const found = findNamed(said, present);
  return found || renamedFrom === undefined ? found : findNamed({ ...said, name: renamedFrom }, present);
}

function isRenamed({ name, renamedFrom }: Said, thing: Thing | undefined): boolean {
  return thing !== undefined && thing.name === renamedFrom && thing.name !== name;
}

function findNamed({ noun, company, name }: Said, { things, keys }: Present): Thing | undefined {
  const same = noun.sameAs ?? ((text: string) => text);
  return things
    .get(noun)!
    .find(
      (thing) =>
        same(thing.name) === same(name) && (thing.companyId && keys.get(thing.companyId)!) === company,
    );
}

type IsGone = (noun: Noun, company: string | null, name: string) => boolean;

/** In the opposite order of how they are made. */
function planRemovals(said: Said[], present: Present, isGone: IsGone): Work[] {
  return [...NOUNS].toReversed().flatMap((noun) => {
    const kept = new Set(said.filter((one) => one.noun === noun).map((one) => findThing(one, present)?.id));
    // Things are listed as they are made: what names another of its kind goes before that.
    return present.things
      .get(noun)!
      .toReversed()
      .flatMap((thing): Work[] => {
        const company = thing.companyId && present.keys.get(thing.companyId)!;
        if (kept.has(thing.id) || !isGone(noun, company, thing.name)) return [];
        const changed = { fields: {}, secrets: {}, differing: [] };
        const path = company
          ? `companies.${company}.${noun.section}.${thing.name}`
          : `${noun.section}.${thing.name}`;
        return [
          {
            action: 'remove',
            section: noun.section,
            company,
            name: thing.name,
            changes: [],
            noun,
            thing,
            title: thing.name,
            changed,
            path,
          },
        ];
      });
  });
}

/** A file that was not written to its end must not empty a system: so much is deleted only if it was said how much. */
export function checkRemovals(
  works: Work[],
  present: Present,
  expected: number | 'any' | undefined,
): FieldError[] {
  const gone = works.filter(({ action }) => action === 'remove');
  const isMost = NOUNS.some((noun) => {
    const count = gone.filter((work) => work.noun === noun).length;
    return count > 1 && count * 2 > present.things.get(noun)!.length;
  });
  if (!isMost || expected === 'any' || expected === gone.length) return [];
  return [fieldError('', 'deletes_most', { count: gone.length })];
}

/** Fields that are not as they are to be, each as a whole. */
function differing(wanted: Fields, now: Fields): Fields {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => !isSame(canonical(value), canonical(now[name] ?? null))),
  );
}

function onlyGiven(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, isTree(value) ? onlyGiven(value) : value]),
  );
}

function pick(from: Fields, names: Fields): Fields {
  return Object.fromEntries(Object.keys(names).map((name) => [name, from[name]]));
}

/** The same below each name that has others below it. */
function pickDeep(from: Fields, names: Fields): Fields {
  return Object.fromEntries(
    Object.entries(names).map(([name, value]) => {
      const now = from[name];
      return [name, isTree(value) && isTree(now) ? pickDeep(now, value) : now];
    }),
  );
}
