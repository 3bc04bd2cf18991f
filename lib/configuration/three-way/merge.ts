import { isSame, isTree } from '@/lib/settings/difference';
import { canonical } from '../canonical';
import type { Fields } from '../noun';
import { OWNED, SHARED } from '../nouns';

/** What two changed at the same place, each to something else. Nothing: it is not there. */
export type Difference = { path: string; base: unknown; theirs: unknown; mine: unknown };
export type Choices = Record<string, 'mine' | 'theirs'>;

type Three<T = unknown> = Record<'base' | 'theirs' | 'mine', T>;
type Options = { prune: boolean; choices: Choices };

/** How a level of the document is read: what a `part` leaves out stays, what a `whole` leaves out is gone, an `atom` has nothing below it. */
type Level = 'root' | 'companies' | 'company' | 'section' | 'thing' | 'part' | 'whole' | 'secrets' | 'atom';

const SECTIONS = new Set([...OWNED, ...SHARED].map(({ section }) => section));
/** They say nothing that two could differ in. */
const OF_THE_FILE = new Set(['$schema', 'relevo']);

/**
 * What is left of a document that was written over an older state: what its author changed. What only others changed since is not said any more, so that it
 * stays as they have it; what both changed is told, and as they have it unless it was chosen otherwise.
 */
export function mergeDocuments(
  three: Three<Fields>,
  options: Options,
): { merged: Fields; conflicts: Difference[] } {
  const conflicts: Difference[] = [];
  const merged = mergePart('root', three, [], { ...options, conflicts });
  return { merged, conflicts };
}

type How = Options & { conflicts: Difference[] };

function mergePart(level: Level, { base, theirs, mine }: Three<Fields>, path: string[], how: How): Fields {
  const merged: Fields = {};
  for (const [name, said] of Object.entries(mine)) {
    const below = levelBelow(level, name);
    const former = renamedFrom(said, base, name);
    const three = { base: base[former], theirs: theirs[former], mine: said };
    const result = mergeNamed(below, three, [...path, name], how);
    if (result !== undefined) merged[name] = result;
  }
  if (how.prune && holdsThings(level))
    for (const name of leftOut({ base, theirs, mine }, path, how)) merged[name] = {};
  return merged;
}

/** Undefined: nothing is said of it. */
function mergeNamed(level: Level, three: Three, path: string[], how: How): unknown {
  const { base, theirs, mine } = three;
  if (level === 'root') return mine;
  const asThing = level === 'thing' || level === 'company';
  if (isAlike(mine, base) || isAlike(mine, theirs)) return asThing && theirs !== undefined ? {} : undefined;
  if (base === undefined && theirs === undefined) return mine;
  if (level === 'atom')
    return isAlike(base, theirs) || decide(three, path, how) === 'mine' ? mine : undefined;
  if (level === 'whole' || (asThing && theirs === undefined) || !isTree(mine)) {
    const result = mergeWhole(three, path, how);
    return asThing && isAlike(result, theirs) && theirs !== undefined ? {} : result;
  }
  return mergePart(level, { base: asTree(base), theirs: asTree(theirs), mine }, path, how);
}

function mergeWhole(three: Three, path: string[], how: How): unknown {
  const { base, theirs, mine } = three;
  if (isAlike(mine, base)) return theirs;
  if (isAlike(mine, theirs) || isAlike(base, theirs)) return mine;
  if (isTree(mine) && isTree(base) && isTree(theirs)) {
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]);
    const merged = [...names].map((name) => {
      const below = { base: base[name], theirs: theirs[name], mine: mine[name] };
      return [name, mergeWhole(below, [...path, name], how)] as const;
    });
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }
  return decide(three, path, how) === 'mine' ? mine : theirs;
}

function decide(three: Three, path: string[], { choices, conflicts }: How): 'mine' | 'theirs' {
  const place = path.join('.');
  const chosen = Object.hasOwn(choices, place) ? choices[place] : undefined;
  if (!chosen) conflicts.push({ path: place, ...three });
  return chosen ?? 'theirs';
}

/** Things that the document does not name and that are to stay all the same: somebody added or changed them meanwhile. */
function leftOut({ base, theirs, mine }: Three<Fields>, path: string[], how: How): string[] {
  return Object.keys(theirs).filter((name) => {
    if (name in mine || isNamedAnew(name, mine)) return false;
    if (!(name in base)) return true;
    if (isAlike(base[name], theirs[name])) return false;
    const three = { base: base[name], theirs: theirs[name], mine: undefined };
    return decide(three, [...path, name], how) === 'theirs';
  });
}

function renamedFrom(said: unknown, base: Fields, name: string): string {
  const former = isTree(said) ? said.renamedFrom : undefined;
  return typeof former === 'string' && !(name in base) ? former : name;
}

function isNamedAnew(name: string, mine: Fields): boolean {
  return Object.values(mine).some((said) => isTree(said) && said.renamedFrom === name);
}

function levelBelow(level: Level, name: string): Level {
  if (level === 'root' && OF_THE_FILE.has(name)) return 'root';
  if (level === 'root' && name === 'companies') return 'companies';
  if ((level === 'root' || level === 'company') && SECTIONS.has(name)) return 'section';
  if (level === 'root') return 'part';
  if (level === 'companies') return 'company';
  if (level === 'section') return 'thing';
  if (level === 'thing') return name === 'secrets' ? 'secrets' : 'whole';
  if (level === 'secrets') return 'atom';
  return level === 'part' ? 'part' : 'whole';
}

function holdsThings(level: Level): boolean {
  return level === 'section' || level === 'companies';
}

function asTree(value: unknown): Fields {
  return isTree(value) ? value : {};
}

function isAlike(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return isSame(canonical(one), canonical(other));
}
