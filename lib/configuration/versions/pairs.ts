type Named = { section: string; thingId: string; company: string | null; name: string };

export type Pair<T> = { before?: T; after?: T };

/** What one was is what another became: by what it is known by here, else by its name, where it was deleted and made anew. */
export function pairUp<T extends Named>(befores: T[], afters: T[]): Pair<T>[] {
  const byId = new Map(befores.map((one) => [`${one.section}/${one.thingId}`, one]));
  const first = afters.map((after) => ({ before: take(byId, `${after.section}/${after.thingId}`), after }));
  const byName = new Map([...byId.values()].map((one) => [nameOf(one), one]));
  const pairs = first.map(({ before, after }): Pair<T> => {
    const found = before ?? take(byName, nameOf(after));
    return found ? { before: found, after } : { after };
  });
  return [...pairs, ...[...byName.values()].map((before) => ({ before }))];
}

function take<T>(from: Map<string, T>, key: string): T | undefined {
  const found = from.get(key);
  from.delete(key);
  return found;
}

function nameOf({ section, company, name }: Named): string {
  return JSON.stringify([section, company, name]);
}
