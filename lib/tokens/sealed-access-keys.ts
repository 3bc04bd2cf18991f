import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { accessKeyContext } from './access-key-cell';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Secrets of pairs that sign requests. */
export const sealedAccessKeys: SealedStore = {
  name: 'token_access_keys',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count
    from token_access_keys group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select p.id, t.name || ' (access key)' as owner, p.sealed
      from token_access_keys p join tokens t on t.id = p.token_id
      where p.id > ${after ?? FIRST} and split_part(p.sealed, ':', 3) <> ${activeId}
      order by p.id limit ${limit}`;
    return rows.map(({ id, owner, sealed }) => ({
      id,
      owner,
      cells: [{ name: 'sealed', sealed, context: accessKeyContext(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update token_access_keys set sealed = ${sealed[cell!.name]!} where id = ${id} and sealed = ${cell!.sealed}`;
    return count === 1;
  },
};
