import type { StoredSecret } from '@/drizzle/schema/providers';
import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';
import { sealContext } from './credentials';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** The secrets of all providers' keys, the active ones and the others. */
export const sealedProviderKeys: SealedStore = {
  name: 'provider_keys',
  count: () => sql()`
    select split_part(secret.value->>'sealed', ':', 3) as "keyId", count(*)::int as count
    from provider_keys, jsonb_each(secrets) as secret group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; secrets: Record<string, StoredSecret> }[]>`
      select k.id, p.name || ' (key ' || k.label || ')' as owner, k.secrets
      from provider_keys k join providers p on p.id = k.provider_id
      where k.id > ${after ?? FIRST} and exists (
        select from jsonb_each(secrets) as secret where split_part(secret.value->>'sealed', ':', 3) <> ${activeId})
      order by k.id limit ${limit}`;
    return rows.map(({ id, owner, secrets }) => ({
      id,
      owner,
      cells: Object.entries(secrets).map(([name, { sealed }]) => ({
        name,
        sealed,
        context: sealContext(name, id),
      })),
    }));
  },
  async replace({ id, cells }, sealed) {
    const changes = cells
      .filter(({ name }) => sealed[name] !== undefined)
      .map((cell) => ({ name: cell.name, old: cell.sealed, new: sealed[cell.name] }));
    const { count } = await sql()`
      with change as (
        select * from jsonb_to_recordset(${sql().json(changes)}) as c(name text, old text, new text)
      )
      update provider_keys k
      set secrets = secrets || (
        select jsonb_object_agg(name, secrets->name || jsonb_build_object('sealed', new)) from change)
      where id = ${id} and not exists (
        select from change where secrets->name->>'sealed' is distinct from old)`;
    return count === 1;
  },
};
