import { eq, sql } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { mutation } from '@/lib/audit/mutation';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { storable } from '@/lib/database/storable';
import { AppError, invalid } from '@/lib/errors';
import type { LoadedProvider } from '@/lib/providers/load';
import { refusal } from '@/lib/refusals';
import { checkDomain } from '../check';
import { findRow, lockDomain } from '../find';
import type { DomainView } from '../schema';
import { readSenders, sendersOf } from '../senders';
import { told } from './ask-wishes';

/**
 * Has a provider's service take the domain, with the key that sends. That it did not is told by the view (`there.problem`). @throws AppError
 * not_found, forbidden, conflict, validation_failed
 */
export async function createAtProvider(
  ctx: Context,
  { id: ref, provider: name }: { id: string; provider: string },
): Promise<DomainView> {
  const row = await findRow(ctx, ref);
  mayChange(ctx, row.companyId);
  const provider = await senderOf(ctx, name);
  mayChange(ctx, provider.row.companyId);
  const { domains: api } = provider.adapter;
  if (!api)
    throw new AppError(
      'conflict',
      `The service of ${provider.row.name} takes no domains by its API.`,
      refusal('domain_by_hand', { name: provider.row.name }),
    );
  // Somebody may have entered it there since we asked: some services would take it a second time, with other records.
  const made = await told(
    row,
    provider,
    'create',
    async () => (await api.find(provider.config, row.name)) ?? api.create(provider.config, row.name),
  );
  await mutation(ctx, 'domain.create_at_provider', async (tx) => {
    const before = await lockDomain(tx, ctx, ref);
    const wishes = storable({ ...before.wishes, [provider.row.id]: made });
    await tx
      .update(domains)
      .set({ wishes, checksDone: 0, nextCheckAt: sql`now()` })
      .where(eq(domains.id, before.id));
    const after = { name: before.name, provider: provider.row.name, problem: made.problem };
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, after };
  });
  return checkDomain(ctx, { id: row.id });
}

async function senderOf(ctx: Context, name: string): Promise<LoadedProvider> {
  const { providerIds } = await readSenders(ctx, { addresses: [], providers: [name] }).catch((error) => {
    throw error instanceof AppError ? invalid('provider', 'no_provider', { provider: name }) : error;
  });
  const [provider] = await sendersOf({ addresses: [], providerIds });
  if (!provider) throw invalid('provider', 'no_provider', { provider: name });
  return provider;
}
