import { createPrivateKey, type KeyObject } from 'node:crypto';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';

const FIRST = '00000000-0000-0000-0000-000000000000';

const contextOf = (rowId: string): SealContext => ({ table: 'domain_keys', column: 'sealed', rowId });

export function sealPrivateKey(keyId: string, pem: string): string {
  return seal(pem, contextOf(keyId));
}

/** To parse one costs more than to sign with it. */
const opened = new Map<string, KeyObject>();
const MOST_OPENED = 500;

/** @throws Error where its master key is missing */
export function openPrivateKey(keyId: string, sealed: string): KeyObject {
  const known = opened.get(keyId);
  if (known) return known;
  const key = createPrivateKey(open(sealed, contextOf(keyId)));
  opened.set(keyId, key);
  if (opened.size > MOST_OPENED) opened.delete(opened.keys().next().value!);
  return key;
}

/** What signs mails of domains. */
export const sealedDomainKeys: SealedStore = {
  name: 'domain_keys',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count from domain_keys where sealed is not null group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select k.id, coalesce(d.name, '?') || ' (DKIM key ' || k.selector || ')' as owner, k.sealed
      from domain_keys k left join domains d on d.id = k.domain_id
      where k.id > ${after ?? FIRST} and split_part(k.sealed, ':', 3) <> ${activeId}
      order by k.id limit ${limit}`;
    return rows.map(({ id, owner, sealed }) => ({
      id,
      owner,
      cells: [{ name: 'sealed', sealed, context: contextOf(id) }],
    }));
  },
  async replace({ id, cells: [cell] }, sealed) {
    const { count } = await sql()`
      update domain_keys set sealed = ${sealed[cell!.name]!} where id = ${id} and sealed = ${cell!.sealed}`;
    return count === 1;
  },
};
