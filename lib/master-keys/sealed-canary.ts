import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';

/** It lay in `settings` once, and what is sealed is bound to where it was. */
export const CANARY_CONTEXT = { table: 'settings', column: 'value', rowId: 'keyring.canary' };

/** Sealed anew with the others: the ring is judged by it. */
export const sealedCanary: SealedStore = {
  name: 'keyring_canary',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count from keyring_canary group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; sealed: string }[]>`
      select id, sealed from keyring_canary
      where id > ${after ?? ''} and split_part(sealed, ':', 3) <> ${activeId} order by id limit ${limit}`;
    return rows.map(({ id, sealed }) => ({
      id,
      owner: null,
      cells: [{ name: 'sealed', sealed, context: CANARY_CONTEXT }],
    }));
  },
  async replace({ id, cells }, { sealed }) {
    const { count } = await sql()`
      update keyring_canary set sealed = ${sealed!} where id = ${id} and sealed = ${cells[0]!.sealed}`;
    return count === 1;
  },
};
