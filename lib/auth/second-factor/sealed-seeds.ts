import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { seedContext } from './seed-cell';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** The seeds that people's apps have, too. */
export const sealedSeeds: SealedStore = {
  name: 'second_factors',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count from second_factors group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select f.user_id as id, u.email || ' (second factor)' as owner, f.sealed
      from second_factors f join users u on u.id = f.user_id
      where f.user_id > ${after ?? FIRST} and split_part(f.sealed, ':', 3) <> ${activeId}
      order by f.user_id limit ${limit}`;
    return rows.map(({ id, owner, sealed }) => ({
      id,
      owner,
      cells: [{ name: 'sealed', sealed, context: seedContext(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update second_factors set sealed = ${sealed[cell!.name]!} where user_id = ${id} and sealed = ${cell!.sealed}`;
    return count === 1;
  },
};
