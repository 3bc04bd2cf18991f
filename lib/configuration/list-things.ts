import type { Context } from '@/lib/context';
import { NOUNS } from './nouns';
import type { Place } from './plan';
import { readPresent } from './present';

/** What the document has in it, by kind and name; the settings are one thing without a name. @throws AppError forbidden */
export async function listThings(ctx: Context): Promise<{ data: Place[] }> {
  const { things, keys } = await readPresent(ctx);
  const named = NOUNS.flatMap((noun) =>
    things
      .get(noun)!
      .map(({ name, companyId }) => ({
        section: noun.section,
        company: companyId && keys.get(companyId)!,
        name,
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  return { data: [{ section: 'settings', company: null, name: '' }, ...named] };
}
