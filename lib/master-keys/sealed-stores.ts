import { sealedAiKeys } from '@/lib/ai/providers/sealed-keys';
import { sealedSeeds } from '@/lib/auth/second-factor/sealed-seeds';
import { sealedPasswords } from '@/lib/bounces/mailboxes/sealed-passwords';
import { type Keyring, keyring } from '@/lib/crypto/keyring';
import type { SealedStore } from '@/lib/crypto/sealed-store';
import { sealedDomainKeys } from '@/lib/dkim/stored-keys';
import { sealedErasureKey } from '@/lib/erasures/sealed-erasure-key';
import { sealedProviderKeys } from '@/lib/providers/keys/sealed-keys';
import { sealedSourceSecrets } from '@/lib/subject-sources/sealed-secrets';
import { sealedAccessKeys } from '@/lib/tokens/sealed-access-keys';
import { sealedPickups } from '@/lib/tokens/sealed-pickups';
import { sealedLinkKey } from '@/lib/tracking/sealed-link-key';
import { sealedThings } from '@/lib/versions/sealed-things';
import { sealedWebhookSecrets } from '@/lib/webhooks/sealed-secrets';
import { sealedCanary } from './sealed-canary';

/** Every place that holds sealed values: what is not listed here is lost when a master key is taken away. */
export const SEALED_STORES: SealedStore[] = [
  sealedProviderKeys,
  sealedPickups,
  sealedAccessKeys,
  sealedSeeds,
  sealedLinkKey,
  sealedErasureKey,
  sealedAiKeys,
  sealedPasswords,
  sealedDomainKeys,
  sealedWebhookSecrets,
  sealedSourceSecrets,
  sealedThings,
  sealedCanary,
];

/** How many values each master key has encrypted, also one that is missing from the ring; those that encrypt nothing have 0. */
export async function countSealed(ring: Keyring = keyring()): Promise<Map<string, number>> {
  const counts = new Map([...ring.keys.keys()].map((id) => [id, 0]));
  for (const store of SEALED_STORES)
    for (const { keyId, count } of await store.count()) counts.set(keyId, (counts.get(keyId) ?? 0) + count);
  return counts;
}

/** What an operator should know about the older master keys, in sentences. */
export async function adviseOnKeys(ring: Keyring = keyring()): Promise<string[]> {
  const counts = await countSealed(ring);
  return [...counts].flatMap(([id, count]) => {
    if (id === ring.activeId || !ring.keys.has(id)) return [];
    return count === 0
      ? `The master key ${id} encrypts nothing any more: it can be removed from RELEVO_MASTER_KEY.`
      : `The master key ${id} still encrypts ${count} secrets: ./relevo keys rotate hands them to ${ring.activeId}.`;
  });
}
