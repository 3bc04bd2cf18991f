import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { ERASURE_KEY_CONTEXT } from './erasure-key';

/** The one that forms of deleted addresses are made with. */
export const sealedErasureKey: SealedStore = {
  name: 'erasure_keys',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count from erasure_keys group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; sealed: string }[]>`
      select id, sealed from erasure_keys
      where id > ${after ?? ''} and split_part(sealed, ':', 3) <> ${activeId} order by id limit ${limit}`;
    return rows.map(({ id, sealed }) => ({
      id,
      owner: null,
      cells: [{ name: 'sealed', sealed, context: ERASURE_KEY_CONTEXT }],
    }));
  },
  async replace({ id, cells }, { sealed }) {
    const { count } = await sql()`
      update erasure_keys set sealed = ${sealed!} where id = ${id} and sealed = ${cells[0]!.sealed}`;
    return count === 1;
  },
};
