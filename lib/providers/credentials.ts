import { and, eq } from 'drizzle-orm';
import { providerKeys, type StoredSecret } from '@/drizzle/schema/providers';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import type { Transaction } from '@/lib/db';
import { newId } from '@/lib/ids';
import type { SecretView } from './schema';

export type SecretChanges = Record<string, string | null>;

export function sealContext(name: string, keyId: string): SealContext {
  return { table: 'provider_keys', column: `secrets.${name}`, rowId: keyId };
}

/** Applies changes to the active key: a string replaces, null clears, an absent name stays. */
export async function writeSecrets(
  tx: Transaction,
  providerId: string,
  changes: SecretChanges,
): Promise<Record<string, StoredSecret>> {
  const active = and(eq(providerKeys.providerId, providerId), eq(providerKeys.active, true));
  const [existing] = await tx.select().from(providerKeys).where(active).for('update');
  const id = existing?.id ?? newId();
  const secrets = { ...existing?.secrets };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete secrets[name];
    else Object.assign(secrets, sealSecrets(id, { [name]: value }));
  }
  if (existing)
    await tx.update(providerKeys).set({ secrets, updatedAt: new Date() }).where(eq(providerKeys.id, id));
  else await tx.insert(providerKeys).values({ id, providerId, label: 'default', secrets });
  return secrets;
}

/** Bound to the key that they belong to: moved to another one they do not open. */
export function sealSecrets(keyId: string, secrets: Record<string, string>): Record<string, StoredSecret> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [
      name,
      {
        sealed: seal(value, sealContext(name, keyId)),
        last4: value.length >= 12 ? value.slice(-4) : '',
        updatedAt: new Date().toISOString(),
      },
    ]),
  );
}

export function openSecrets(
  key: { id: string; secrets: Record<string, StoredSecret> } | null,
): Record<string, string> {
  if (!key) return {};
  return Object.fromEntries(
    Object.entries(key.secrets).map(([name, stored]) => [
      name,
      open(stored.sealed, sealContext(name, key.id)),
    ]),
  );
}

/** The end of a short secret would give away too much of it, so it has no `last4`. */
export function viewSecrets(secrets: Record<string, StoredSecret> | undefined): Record<string, SecretView> {
  return Object.fromEntries(
    Object.entries(secrets ?? {}).map(([name, { last4, updatedAt }]) => [
      name,
      { set: true, last4, updatedAt },
    ]),
  );
}
