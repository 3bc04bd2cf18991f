import { eq } from 'drizzle-orm';
import { providerKeys } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import type { ProviderConfig } from '@/lib/providers/adapter';
import type { LoadedProvider } from '@/lib/providers/load';
import { ServiceFailure } from '@/lib/providers/service-failure';
import { openSecrets } from './credentials';
import type { RotationRow } from './rotations';

/** Between any two of them a process may die. */
export const POINTS = ['asking', 'made', 'stored', 'tested', 'activated'] as const;
export type Point = (typeof POINTS)[number];

export type Work = {
  ctx: Context;
  /** As it was last noted: whoever notes it puts what comes back here. */
  rotation: RotationRow;
  /** With the secrets of the key in use. */
  provider: LoadedProvider;
  reached: (point: Point) => void;
};

export type KeyRow = typeof providerKeys.$inferSelect;

export async function keysOf(providerId: string, tx: Pick<Transaction, 'select'> = db()): Promise<KeyRow[]> {
  return tx.select().from(providerKeys).where(eq(providerKeys.providerId, providerId));
}

/** The key that was made. @throws ServiceFailure where somebody has removed it since */
export async function madeKey({ rotation }: Pick<Work, 'rotation'>): Promise<KeyRow> {
  const key = (await keysOf(rotation.providerId)).find(({ id }) => id === rotation.keyId);
  if (!key) throw new ServiceFailure('gone', 'the new key was removed before it was used');
  return key;
}

/** The provider as it is with another key; secrets that no key has by itself (of webhooks) stay. */
export function withKey({ config }: Pick<LoadedProvider, 'config'>, key: KeyRow): ProviderConfig {
  return { ...config, secrets: { ...config.secrets, ...openSecrets(key) } };
}
