import { and, eq } from 'drizzle-orm';
import { providerKeys, type StoredSecret } from '@/drizzle/schema/providers';
import type { Actor, Context } from '@/lib/context';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import type { Transaction } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { may } from '@/lib/permissions';
import type { SecretView } from '@/lib/providers/schema';

export type SecretChanges = Record<string, string | null>;

export function sealContext(name: string, keyId: string): SealContext {
  return { table: 'provider_keys', column: `secrets.${name}`, rowId: keyId };
}

/**
 * Applies changes to the active key: a string replaces, null clears, an absent name stays. `sameKey`: they are of webhooks, and the service
 * calls the key what it did.
 */
export async function writeSecrets(
  tx: Transaction,
  providerId: string,
  changes: SecretChanges,
  { sameKey = false } = {},
): Promise<Record<string, StoredSecret>> {
  const active = and(eq(providerKeys.providerId, providerId), eq(providerKeys.active, true));
  const [existing] = await tx.select().from(providerKeys).where(active).for('update');
  const id = existing?.id ?? newId();
  const secrets = { ...existing?.secrets };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete secrets[name];
    else Object.assign(secrets, sealSecrets(id, { [name]: value }));
  }
  // What is typed is another key, of which nobody knows what the service calls it.
  const change = { secrets, updatedAt: new Date(), ...(!sameKey && { externalId: null }) };
  if (existing) await tx.update(providerKeys).set(change).where(eq(providerKeys.id, id));
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
        last4: tailOf(name, value),
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

/** Services list their keys by these ends, and whoever may replace one must find it there; nobody else needs them. */
export function viewSecrets(
  { actor }: Context,
  secrets: Record<string, StoredSecret> | undefined,
): Record<string, SecretView> {
  const writes = mayWrite(actor);
  return Object.fromEntries(
    Object.entries(secrets ?? {}).map(([name, { last4, updatedAt }]) => [
      name,
      { set: true, last4: writes && WITH_TAIL.has(name) ? last4 : '', updatedAt },
    ]),
  );
}

/** A password has no end to be known by: four letters of it are a third of it. */
const WITH_TAIL = new Set(['apiKey', 'accessKeyId']);

/** The end of a short key would give away too much of it. */
function tailOf(name: string, value: string): string {
  return WITH_TAIL.has(name) && /^[!-~]{12,}$/.test(value) ? value.slice(-4) : '';
}

function mayWrite(actor: Actor): boolean {
  if (actor.type === 'user') return may(actor.role, 'providers.write');
  return actor.type !== 'token' || actor.scopes.includes('providers:write');
}
