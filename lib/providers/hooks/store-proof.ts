import { eq, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { forgetProviders } from '@/lib/providers/cache';
import { announceChange } from '@/lib/providers/follow';
import type { HookProof } from '@/lib/providers/hook-api';
import { writeSecrets } from '@/lib/providers/keys/credentials';
import { lockProvider, parseSecrets, parseSettings } from '@/lib/providers/write';

/** What proves who posts, as the service gave it: secrets sealed with the key in use, which stays the one that it is. */
export async function storeProof(
  ctx: Context,
  providerId: string,
  { settings, secrets }: HookProof<Record<string, unknown>, Record<string, string>>,
): Promise<void> {
  await mutation(ctx, 'provider_hook.store', async (tx) => {
    const { kind, companyId, settings: before } = await lockProvider(tx, ctx, providerId);
    const after = parseSettings(kind, { ...before, ...settings });
    await tx
      .update(providers)
      .set({ settings: after, version: sql`${providers.version} + 1`, updatedAt: new Date() })
      .where(eq(providers.id, providerId));
    if (secrets)
      await writeSecrets(tx, providerId, parseSecrets(kind, secrets as Record<string, string>), {
        sameKey: true,
      });
    await announceChange(tx);
    return {
      result: undefined,
      subjectId: providerId,
      ownerId: companyId,
      after: { settings, changedKeys: Object.keys(secrets ?? {}) },
    };
  });
  forgetProviders();
}
