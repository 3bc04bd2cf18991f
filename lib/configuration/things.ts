import { companyIdOf } from '@/lib/companies/resolve';
import type { Thing } from './noun';

type View = { id: string; company?: string | undefined };
type Told = Omit<Thing, 'id' | 'companyId'>;

/** What there is of a kind, as the document says it: `tell` says its name and fields, the view whose it is. */
export function thingsOf<V extends View>(
  views: readonly V[],
  tell: (view: V) => Told | Promise<Told>,
): Promise<Thing[]> {
  return Promise.all(
    views.map(async (view) => ({
      id: view.id,
      companyId: await ownerOf(view.company),
      ...(await tell(view)),
    })),
  );
}

/** The same of a kind of which several may have one name: in a company the first that was made keeps it. */
export async function numberedThings<V extends View>(
  views: readonly V[],
  tell: (view: V) => Told,
): Promise<Thing[]> {
  const things = await thingsOf(views, tell);
  const keyOf = ({ companyId }: Thing, name: string) => `${companyId ?? ''}/${name}`;
  const own = new Set(things.map((thing) => keyOf(thing, thing.name)));
  const given = new Set<string>();
  return things
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((thing) => {
      let { name } = thing;
      for (let count = 2; given.has(keyOf(thing, name)); count++) {
        const next = `${thing.name} #${count}`;
        // Somebody may have called one so.
        if (!own.has(keyOf(thing, next))) name = next;
      }
      given.add(keyOf(thing, name));
      return { ...thing, name };
    });
}

/** Without the number that it was given; null: there is none at its end. */
export function plainName(name: string): string | null {
  return /^(.+) #\d+$/s.exec(name)?.[1] ?? null;
}

/** Of what a view says of its company: the id, or nothing where it is shared by all. */
async function ownerOf(company: string | undefined): Promise<string | null> {
  return company === undefined ? null : ((await companyIdOf(company)) ?? null);
}
