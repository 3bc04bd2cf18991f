import { eq, sql } from 'drizzle-orm';
import { providers } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFor } from '@/lib/companies/resolve';
import { type Context, requireConfirmed } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { forgetProviders } from './cache';
import { checkEndpoints } from './endpoint';
import { getProvider } from './get';
import { writeSecrets } from './keys/credentials';
import { checkAskedFor, holdSecrets } from './keys/hold-secrets';
import { notePrice } from './prices';
import { findAdapter } from './registry';
import type { ProviderPatch, ProviderView } from './schema';
import {
  checkBudget,
  judgeAnew,
  letParkedTry,
  lockProvider,
  parseSecrets,
  parseSettings,
  toColumns,
  withUniqueName,
} from './write';

const MONEY = ['budget', 'monthlyFee', 'costPerMessage'] as const;

/**
 * Changes what is given and leaves the rest. `settings` replaces all settings; `askedFor` are those that the secrets were asked for.
 * @throws AppError not_found, name_taken, conflict, changed_meanwhile
 */
export async function updateProvider(
  ctx: Context,
  { id, version, ...patch }: ProviderPatch & { id: string },
  askedFor?: Record<string, unknown>,
): Promise<ProviderView> {
  if (Object.keys(patch.secrets ?? {}).length > 0) requireConfirmed(ctx);
  await checkEndpoints(patch.settings);
  const companyId = patch.company === undefined ? undefined : await companyFor(ctx, patch.company);
  const save = () =>
    mutation(ctx, 'provider.update', async (tx) => {
      const before = await lockProvider(tx, ctx, id);
      checkVersion(version, before.version);
      if (patch.kind && patch.kind !== before.kind) throw invalid('kind', 'kind_fixed');
      if ((patch.settings || patch.secrets) && !findAdapter(before.kind))
        throw invalid('kind', 'kind_unknown', { kind: before.kind });
      const secrets = patch.secrets && parseSecrets(before.kind, patch.secrets);
      const settings = patch.settings && parseSettings(before.kind, patch.settings);
      if (askedFor && secrets) checkAskedFor(before, askedFor, secrets);
      if (settings) await holdSecrets(tx, before, settings, secrets);
      const [after] = await tx
        .update(providers)
        .set({
          ...(await toColumns(tx, patch, companyId === undefined ? before : { ...before, companyId })),
          companyId,
          ...(settings && { settings }),
          version: sql`${providers.version} + 1`,
          updatedAt: new Date(),
        })
        .where(eq(providers.id, before.id))
        .returning();
      if (MONEY.some((field) => patch[field] !== undefined)) checkBudget(after!);
      await notePrice(tx, after!, before);
      if (secrets) await writeSecrets(tx, before.id, secrets);
      await letParkedTry(tx, before.id);
      await judgeAnew(tx);
      return {
        result: after!,
        subjectId: before.id,
        // Of one that goes to another company neither reads what it was at the other.
        ownerId: before.companyId === after!.companyId ? before.companyId : null,
        before,
        // Not called secrets: the audit log hides what is named so.
        after: { ...after, changedKeys: Object.keys(secrets ?? {}) },
      };
    });
  const saved = await withUniqueName(patch.name, () =>
    explainStale(save, { ...patch, version }, () => getProvider(ctx, id)),
  );
  forgetProviders();
  // Whoever looks at one company may have given it to another.
  return getProvider({ ...ctx, companyId: saved.companyId }, saved.id);
}
