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
  const seen = new Map<string, number>();
  const things = await thingsOf(views, tell);
  return things
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((thing) => {
      const key = `${thing.companyId ?? ''}/${thing.name}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count === 1 ? thing : { ...thing, name: `${thing.name} #${count}` };
    });
}

/** Without the number that it was given. */
export function plainName(name: string): string {
  return name.replace(/ #\d+$/, '');
}

/** Of what a view says of its company: the id, or nothing where it is shared by all. */
async function ownerOf(company: string | undefined): Promise<string | null> {
  return company === undefined ? null : ((await companyIdOf(company)) ?? null);
}
