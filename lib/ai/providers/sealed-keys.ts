import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import type { AiKeyRow } from './view';

const FIRST = '00000000-0000-0000-0000-000000000000';

const contextOf = (rowId: string): SealContext => ({ table: 'ai_keys', column: 'sealed', rowId });

export function sealKey(id: string, apiKey: string): Pick<AiKeyRow, 'sealed' | 'last4'> {
  // The end of a short one would give away too much of it.
  return { sealed: seal(apiKey, contextOf(id)), last4: /^[!-~]{12,}$/.test(apiKey) ? apiKey.slice(-4) : '' };
}

/** @throws Error where its master key is missing */
export function openKey({ id, sealed }: Pick<AiKeyRow, 'id' | 'sealed'>): string {
  return open(sealed, contextOf(id));
}

export const sealedAiKeys: SealedStore = {
  name: 'ai_keys',
  count: () => sql()`
    select split_part(sealed, ':', 3) as "keyId", count(*)::int as count from ai_keys group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; sealed: string }[]>`
      select k.id, p.name || ' (AI provider)' as owner, k.sealed from ai_keys k
      join ai_providers p on p.id = k.provider_id
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
      update ai_keys set sealed = ${sealed[cell!.name]!} where id = ${id} and sealed = ${cell!.sealed}`;
    return count === 1;
  },
};
