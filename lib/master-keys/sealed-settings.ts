import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';

/** The canary, and any other setting whose whole value is sealed. */
export const sealedSettings: SealedStore = {
  name: 'settings',
  count: () => sql()`
    select split_part(value #>> '{}', ':', 3) as "keyId", count(*)::int as count
    from settings where value #>> '{}' like 'enc:%' group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; sealed: string }[]>`
      select key as id, value #>> '{}' as sealed from settings
      where key > ${after ?? ''} and value #>> '{}' like 'enc:%'
        and split_part(value #>> '{}', ':', 3) <> ${activeId}
      order by key limit ${limit}`;
    return rows.map(({ id, sealed }) => ({
      id,
      owner: null,
      cells: [{ name: 'value', sealed, context: { table: 'settings', column: 'value', rowId: id } }],
    }));
  },
  async replace({ id, cells }, sealed) {
    const { count } = await sql()`
      update settings set value = to_jsonb(${sealed.value!}::text)
      where key = ${id} and value = to_jsonb(${cells[0]!.sealed}::text)`;
    return count === 1;
  },
};
