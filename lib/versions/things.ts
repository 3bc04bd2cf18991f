import { and, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { configurationThings, configurationVersions, type VersionActor } from '@/drizzle/schema/versions';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { openSecrets, sealSecrets } from './sealed-things';

/** What a version says of one thing. */
export type KeptThing = {
  section: string;
  thingId: string;
  company: string | null;
  name: string;
  fields: Record<string, unknown>;
  /** Opened; null: it is there and cannot be opened. */
  secrets: Record<string, string | null>;
};

/** `id`: of the row that says it. */
export type StoredThing = KeptThing & { id: string };

/** Everything that was configured as of a version. Not among the answers of any door: secrets are in clear. */
export async function readThings(number: number): Promise<StoredThing[]> {
  const rows = await db()
    .select()
    .from(configurationThings)
    .where(
      and(
        lte(configurationThings.since, number),
        or(isNull(configurationThings.until), gt(configurationThings.until, number)),
      ),
    );
  return rows.map(({ since: _since, until: _until, ...row }) => ({
    ...row,
    fields: row.fields as Record<string, unknown>,
    secrets: openSecrets(row.id, row.secrets),
  }));
}

export type NewVersion = {
  number: number;
  actors: VersionActor[];
  auditNumber: number;
  /** Rows of the version before that say what is so no more. */
  ended: string[];
  begun: KeptThing[];
};

const AT_ONCE = 500;

/** In the transaction that read what there is. Two of one number: the second fails, and may look again. */
export async function writeVersion({ number, actors, auditNumber, ended, begun }: NewVersion): Promise<void> {
  await db().insert(configurationVersions).values({ number, actors, auditNumber });
  for (const ids of inParts(ended))
    await db().update(configurationThings).set({ until: number }).where(inArray(configurationThings.id, ids));
  for (const things of inParts(begun))
    await db()
      .insert(configurationThings)
      .values(
        things.map(({ secrets, ...thing }) => {
          const id = newId();
          return { id, ...thing, secrets: sealSecrets(id, secrets), since: number };
        }),
      );
}

function inParts<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    all.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
