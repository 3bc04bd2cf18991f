import type { z } from 'zod';
import { providerHealth, providers } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import { type Context, requireConfirmed } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { AnyAdapter } from './adapter';
import { forgetProviders } from './cache';
import { checkEndpoints } from './endpoint';
import { getProvider } from './get';
import { writeSecrets } from './keys/credentials';
import { notePrice } from './prices';
import { findAdapter, listAdapters } from './registry';
import { lastPlace } from './reorder';
import type { ProviderInput, ProviderView } from './schema';
import {
  checkBudget,
  judgeAnew,
  letParkedTry,
  parseSecrets,
  parseSettings,
  toColumns,
  withUniqueName,
} from './write';

/** @throws AppError name_taken, validation_failed; ZodError for settings or secrets that do not fit the kind */
export async function createProvider(
  ctx: Context,
  input: z.output<typeof ProviderInput>,
): Promise<ProviderView> {
  const id = newId();
  const companyId = await companyFor(ctx, input.company);
  const { channel } = ofKind(input.kind);
  const settings = parseSettings(input.kind, input.settings);
  const secrets = parseSecrets(input.kind, input.secrets ?? {});
  if (Object.keys(secrets).length > 0) requireConfirmed(ctx);
  await checkEndpoints(settings);
  await withUniqueName(input.name, () =>
    mutation(ctx, 'provider.create', async (tx) => {
      const columns = await toColumns(tx, input, { id, kind: input.kind, channel, companyId });
      const priority = input.priority ?? (await lastPlace(tx, { channel, companyId }));
      const [row] = await tx
        .insert(providers)
        .values({
          ...columns,
          id,
          companyId,
          priority,
          name: input.name,
          kind: input.kind,
          channel,
          settings,
        })
        .returning();
      checkBudget(row!);
      await writeSecrets(tx, id, secrets);
      await tx.insert(providerHealth).values({ providerId: id });
      await notePrice(tx, row!);
      await letParkedTry(tx, id);
      await judgeAnew(tx);
      return { result: row, subjectId: id, ownerId: row!.companyId, after: row };
    }),
  );
  forgetProviders();
  // Whoever looks at one company may make it for another.
  return getProvider({ ...ctx, companyId }, id);
}

function ofKind(kind: string): AnyAdapter {
  const adapter = findAdapter(kind);
  if (adapter) return adapter;
  throw invalid('kind', 'option', {
    options: listAdapters()
      .map((each) => each.kind)
      .join(', '),
  });
}
