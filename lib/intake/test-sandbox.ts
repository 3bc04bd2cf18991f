import { jobContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { cachedProviders, forgetProviders } from '@/lib/providers/cache';
import { createProvider } from '@/lib/providers/create';
import { keepsMessages } from '@/lib/providers/keeps';
import type { LoadedProvider } from '@/lib/providers/load';
import { listAdapters } from '@/lib/providers/registry';
import { ProviderInput } from '@/lib/providers/schema';

const NAME = 'Test messages';
/** A name may be taken by something else. */
const TRIES = 5;

/**
 * Where there is no sandbox for a test message, one is made, for tests alone: a message that is meant to arrive never gets into it. Of the
 * message's own company, so that no other company's page shows it.
 */
export async function ensureTestSandbox(channel: string, companyId: string | null): Promise<void> {
  const kind = listAdapters().find((adapter) => adapter.keeps && adapter.channel === channel)?.kind;
  if (!kind) return;
  for (let number = 1; number <= TRIES; number++) {
    if ((await cachedProviders()).some(isSandboxFor(channel, companyId))) return;
    try {
      await createProvider(
        jobContext('test-sandbox'),
        ProviderInput.parse({
          name: number === 1 ? NAME : `${NAME} ${number}`,
          kind,
          settings: { onlyTests: true },
          ...(channel === 'email' && { fromEmail: 'test@sandbox.test' }),
          company: companyId,
        }),
      );
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'name_taken')) throw error;
      // By another process at the same moment, it may be.
      forgetProviders();
    }
  }
}

/** Also one that is paused: a person decided so. */
export function isSandboxFor(
  channel: string,
  companyId: string | null,
): (provider: LoadedProvider) => boolean {
  return ({ row }) =>
    row.channel === channel && keepsMessages(row) && (row.companyId === null || row.companyId === companyId);
}
