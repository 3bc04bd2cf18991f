import { inArray } from 'drizzle-orm';
import { settings } from '@/drizzle/schema/settings';
import { db, type Transaction } from '@/lib/database/db';
import type { Settings, SettingsView } from './schema';
import { readStored } from './stored';

export const SETTINGS_KEYS = [
  'general',
  'security',
  'delivery',
  'ai',
  'system',
] as const satisfies (keyof Settings)[];

export async function readSettings(): Promise<SettingsView> {
  return withVersion(await rowsOf(db()));
}

/** Waits for whoever is changing them. */
export async function lockSettings(tx: Transaction): Promise<SettingsView> {
  await tx
    .insert(settings)
    .values(SETTINGS_KEYS.map((key) => ({ key, value: {}, version: 0 })))
    .onConflictDoNothing();
  return withVersion(await rowsOf(tx).orderBy(settings.key).for('update'));
}

/** All documents grow together; 0: nothing was ever changed. */
function withVersion(rows: { key: string; value: unknown; version: number }[]): SettingsView {
  return { ...readStored(rows), version: Math.max(0, ...rows.map(({ version }) => version)) };
}

function rowsOf(from: Pick<Transaction, 'select'>) {
  return from
    .select({ key: settings.key, value: settings.value, version: settings.version })
    .from(settings)
    .where(inArray(settings.key, [...SETTINGS_KEYS]));
}
