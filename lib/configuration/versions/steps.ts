import { changedFields } from '@/lib/changes';
import type { KeptThing } from '@/lib/versions/things';
import { NOUNS } from '../nouns';
import type { Step } from '../plan';
import { type Pair, pairUp } from './pairs';
import { isAsKept } from './things';

const ORDER = ['settings', ...NOUNS.map(({ section }) => section)];

/** What leads from one to the other, for people to read: of a secret only that it is another. */
export function stepsBetween(befores: KeptThing[], afters: KeptThing[]): Step[] {
  return pairUp(befores, afters)
    .flatMap(stepOf)
    .toSorted((a, b) => ORDER.indexOf(a.section) - ORDER.indexOf(b.section) || compare(a.name, b.name));
}

function stepOf({ before, after }: Pair<KeptThing>): Step[] {
  if (before && after && isAsKept(before, after)) return [];
  const { section, company, name } = (after ?? before)!;
  const action = actionOf({ before, after });
  const changes = before && after ? changesOf(before, after) : [];
  return [{ action, section, company, name, changes }];
}

export function actionOf({ before, after }: Pair<unknown>): Step['action'] {
  if (!before) return 'add';
  return after ? 'change' : 'remove';
}

function changesOf(before: KeptThing, after: KeptThing): Step['changes'] {
  const own = changedFields({ name: before.name }, { name: after.name });
  const names = new Set([...Object.keys(before.secrets), ...Object.keys(after.secrets)]);
  const secrets = [...names].filter((name) => before.secrets[name] !== after.secrets[name]);
  return [
    ...own,
    ...changedFields(before.fields, after.fields),
    ...secrets.map((name) => ({ path: `secrets.${name}`, before: '••••', after: '••••' })),
  ];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function countSteps(steps: Pick<Step, 'action'>[]): Record<'added' | 'changed' | 'removed', number> {
  const count = (wanted: Step['action']) => steps.filter(({ action }) => action === wanted).length;
  return { added: count('add'), changed: count('change'), removed: count('remove') };
}
