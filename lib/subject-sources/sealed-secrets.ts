import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { secretContext } from './rows';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** What signs the questions for subjects. */
export const sealedSourceSecrets: SealedStore = {
  name: 'subject_sources',
  count: () => sql()`
    select split_part(sealed_secret, ':', 3) as "keyId", count(*)::int as count from subject_sources group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; title: string; sealed: string }[]>`
      select id, title, sealed_secret as sealed from subject_sources
      where id > ${after ?? FIRST} and split_part(sealed_secret, ':', 3) <> ${activeId} order by id limit ${limit}`;
    return rows.map(({ id, title, sealed }) => ({
      id,
      owner: `${title} (address of subjects)`,
      cells: [{ name: 'sealed', sealed, context: secretContext(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update subject_sources set sealed_secret = ${sealed[cell!.name]!} where id = ${id} and sealed_secret = ${cell!.sealed}`;
    return count === 1;
  },
};
