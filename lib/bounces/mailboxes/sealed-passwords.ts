import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';

const FIRST = '00000000-0000-0000-0000-000000000000';

const contextOf = (rowId: string): SealContext => ({
  table: 'bounce_mailboxes',
  column: 'sealed_password',
  rowId,
});

export function sealPassword(mailboxId: string, password: string): string {
  return seal(password, contextOf(mailboxId));
}

/** @throws Error where its master key is missing */
export function openPassword(mailboxId: string, sealed: string): string {
  return open(sealed, contextOf(mailboxId));
}

export const sealedPasswords: SealedStore = {
  name: 'bounce_mailboxes',
  count: () => sql()`
    select split_part(sealed_password, ':', 3) as "keyId", count(*)::int as count from bounce_mailboxes
    where sealed_password is not null group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select id, name || ' (bounce mailbox)' as owner, sealed_password as sealed from bounce_mailboxes
      where id > ${after ?? FIRST} and split_part(sealed_password, ':', 3) <> ${activeId}
      order by id limit ${limit}`;
    return rows.map(({ id, owner, sealed }) => ({
      id,
      owner,
      cells: [{ name: 'sealed_password', sealed, context: contextOf(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update bounce_mailboxes set sealed_password = ${sealed[cell!.name]!}
      where id = ${id} and sealed_password = ${cell!.sealed}`;
    return count === 1;
  },
};
