import { desc, eq, inArray, lt, or } from 'drizzle-orm';
import { configurationThings, configurationVersions } from '@/drizzle/schema/versions';
import { db } from '@/lib/database/db';

export type VersionRow = typeof configurationVersions.$inferSelect;

/** Undefined: none was made yet. */
export async function newestVersion(): Promise<VersionRow | undefined> {
  const [row] = await db()
    .select()
    .from(configurationVersions)
    .orderBy(desc(configurationVersions.number))
    .limit(1);
  return row;
}

/** Undefined: there is none of that number, or no longer. */
export async function findVersion(number: number): Promise<VersionRow | undefined> {
  const [row] = await db()
    .select()
    .from(configurationVersions)
    .where(eq(configurationVersions.number, number));
  return row;
}

/** The newest first. */
export function readVersions({ before, limit }: { before?: number | undefined; limit: number }) {
  return db()
    .select()
    .from(configurationVersions)
    .where(before === undefined ? undefined : lt(configurationVersions.number, before))
    .orderBy(desc(configurationVersions.number))
    .limit(limit);
}

/** Of things that began or ended with these versions, without what they said. */
export function readTouched(numbers: number[]) {
  const { section, thingId, company, name, since, until } = configurationThings;
  return db()
    .select({ section, thingId, company, name, since, until })
    .from(configurationThings)
    .where(or(inArray(since, numbers), inArray(until, numbers)));
}

/** So that who changed nothing since is not named with whoever does next. */
export async function noteSeen(number: number, auditNumber: number): Promise<void> {
  await db()
    .update(configurationVersions)
    .set({ auditNumber })
    .where(eq(configurationVersions.number, number));
}
