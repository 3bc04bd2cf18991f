import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { pickupContext } from './pickup-cell';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** New secrets of tokens that wait to be picked up. */
export const sealedPickups: SealedStore = {
  name: 'token_pickups',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count
    from token_pickups where sealed is not null group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select p.id, t.name || ' (new secret)' as owner, p.sealed
      from token_pickups p join tokens t on t.id = p.token_id
      where p.id > ${after ?? FIRST} and p.sealed is not null and split_part(p.sealed, ':', 3) <> ${activeId}
      order by p.id limit ${limit}`;
    return rows.map(({ id, owner, sealed }) => ({
      id,
      owner,
      cells: [{ name: 'sealed', sealed, context: pickupContext(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update token_pickups set sealed = ${sealed[cell!.name]!} where id = ${id} and sealed = ${cell!.sealed}`;
    return count === 1;
  },
};
