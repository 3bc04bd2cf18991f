import { desc } from 'drizzle-orm';
import { providerKeyRotations, providers } from '@/drizzle/schema/providers';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import type { KeyProblem } from '@/lib/providers/key-api';
import { oldKeys } from './old-keys';

type Named = { id: string; name: string };

/** Keys that only a person can replace and that are as old as they may become, and those that could not be replaced. */
export type KeysInNeed = {
  old: { provider: Named; since: Date }[];
  failed: { provider: Named; problem: KeyProblem; at: Date }[];
};

export async function keysInNeed(ctx: Context, now: Date): Promise<KeysInNeed> {
  const { id, name } = providers;
  const { providerId, problem, finishedAt } = providerKeyRotations;
  const [seen, old, last] = await Promise.all([
    db()
      .select({ id, name })
      .from(providers)
      .where(scoped(ctx, providers.companyId, 'shared')),
    oldKeys(now),
    db()
      .selectDistinctOn([providerId], { providerId, problem, finishedAt })
      .from(providerKeyRotations)
      .orderBy(providerId, desc(providerKeyRotations.id)),
  ]);
  const named = new Map(seen.map((provider) => [provider.id, provider]));
  return {
    old: old.flatMap(({ providerId: of, automatic, since }) => {
      const provider = named.get(of);
      return provider && !automatic ? [{ provider, since }] : [];
    }),
    failed: last.flatMap(({ providerId: of, problem: why, finishedAt: at }) => {
      const provider = named.get(of);
      return provider && why && at ? [{ provider, problem: why as KeyProblem, at }] : [];
    }),
  };
}
