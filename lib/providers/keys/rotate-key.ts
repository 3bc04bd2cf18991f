import { eq } from 'drizzle-orm';
import { providerKeyRotations, providerKeys } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getProvider } from '@/lib/providers/get';
import { findAdapter } from '@/lib/providers/registry';
import { lockProvider } from '@/lib/providers/write';
import { refusal } from '@/lib/refusals';
import { carryOn } from './carry-on';
import type { KeyRotationView } from './rotation-schema';
import { openRotationOf, viewRotation } from './rotations';

/**
 * Replaces the key of a provider by one that its service makes: made, tested, then used; the one from before is ended at the service after a
 * grace. What cannot be finished now goes on by itself, and until the new one works the old one is in use.
 * @throws AppError not_found; conflict where the service's API makes no keys, or there is no key
 */
export async function rotateProviderKey(ctx: Context, { id }: { id: string }): Promise<KeyRotationView> {
  const { id: providerId } = await getProvider(ctx, id);
  const rotationId = await beginRotation(ctx, providerId);
  await carryOn(ctx, rotationId);
  const [row] = await db().select().from(providerKeyRotations).where(eq(providerKeyRotations.id, rotationId));
  return viewRotation(row!);
}

/** One at a time: the one that is under way where there is one. */
export async function beginRotation(ctx: Context, providerId: string): Promise<string> {
  return mutation(ctx, 'provider_key.rotate', async (tx) => {
    const provider = await lockProvider(tx, ctx, providerId);
    if (!findAdapter(provider.kind)?.keys)
      throw new AppError(
        'conflict',
        `The service of ${provider.name} makes no keys by its API: change it by hand.`,
        refusal('keys_by_hand', { name: provider.name }),
      );
    const keys = await tx.select().from(providerKeys).where(eq(providerKeys.providerId, providerId));
    const inUse = keys.find(({ active }) => active);
    if (!inUse || Object.keys(inUse.secrets).length === 0)
      throw new AppError(
        'conflict',
        `${provider.name} has no key to ask for another with.`,
        refusal('no_key', { name: provider.name }),
      );
    const known = await openRotationOf(tx, providerId);
    const id = known?.id ?? newId();
    const name = nameOf(id);
    if (!known) await tx.insert(providerKeyRotations).values({ id, providerId, name, step: 'make' });
    return { result: id, subjectId: providerId, after: { key: known?.name ?? name } };
  });
}

/** Found at the service by this; Resend takes fifty letters. */
function nameOf(rotationId: string): string {
  return `Relevo ${new Date().toISOString().slice(0, 10)} ${rotationId.slice(-8)}`;
}
