import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sql } from '@/lib/database/db';

const FIRST = '00000000-0000-0000-0000-000000000000';

type Secrets = Record<string, string | null>;

const contextOf = (name: string, rowId: string): SealContext => ({
  table: 'configuration_things',
  column: `secrets.${name}`,
  rowId,
});

export function sealSecrets(rowId: string, secrets: Secrets): Secrets {
  return mapValues(secrets, (name, value) => seal(value, contextOf(name, rowId)));
}

/** Null: it cannot be opened, now or when the version was made. */
export function openSecrets(rowId: string, secrets: Secrets): Secrets {
  return mapValues(secrets, (name, sealed) => {
    try {
      return open(sealed, contextOf(name, rowId));
    } catch {
      return null;
    }
  });
}

function mapValues(secrets: Secrets, change: (name: string, value: string) => string | null): Secrets {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name, value === null ? null : change(name, value)]),
  );
}

/** As long as a version is kept, its secrets open: also with the next master key. */
export const sealedThings: SealedStore = {
  name: 'configuration_things',
  count: () => sql()`
    select split_part(secret.value, ':', 3) as "keyId", count(*)::int as count
    from configuration_things, jsonb_each_text(secrets) as secret where secret.value is not null group by 1`,
  async readStale(activeId, after, limit) {
    const rows = await sql()<{ id: string; owner: string; secrets: Secrets }[]>`
      select id, name || ' (version ' || since || ')' as owner, secrets from configuration_things
      where id > ${after ?? FIRST} and exists (
        select from jsonb_each_text(secrets) as secret
        where secret.value is not null and split_part(secret.value, ':', 3) <> ${activeId})
      order by id limit ${limit}`;
    return rows.map(({ id, owner, secrets }) => ({
      id,
      owner,
      cells: Object.entries(secrets).flatMap(([name, sealed]) =>
        sealed === null ? [] : { name, sealed, context: contextOf(name, id) },
      ),
    }));
  },
  async replace({ id, cells }, sealed) {
    const old = Object.fromEntries(cells.map((cell) => [cell.name, cell.sealed]));
    const { count } = await sql()`
      update configuration_things set secrets = secrets || ${sql().json(sealed)}::jsonb
      where id = ${id} and secrets @> ${sql().json(old)}::jsonb`;
    return count === 1;
  },
};
