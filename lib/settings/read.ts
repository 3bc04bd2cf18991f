import { inArray } from 'drizzle-orm';
import { settings } from '@/drizzle/schema/settings';
import { db, type Transaction } from '@/lib/database/db';
import type { Settings } from './schema';
import { readStored } from './stored';

export const SETTINGS_KEYS = ['general', 'delivery'] as const satisfies (keyof Settings)[];

export async function readSettings(): Promise<Settings> {
  return readStored(await rowsOf(db()));
}

/** Waits for whoever is changing them. */
export async function lockSettings(tx: Transaction): Promise<Settings> {
  await tx
    .insert(settings)
    .values(SETTINGS_KEYS.map((key) => ({ key, value: {} })))
    .onConflictDoNothing();
  return readStored(await rowsOf(tx).orderBy(settings.key).for('update'));
}

function rowsOf(from: Pick<Transaction, 'select'>) {
  return from
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inArray(settings.key, [...SETTINGS_KEYS]));
}
