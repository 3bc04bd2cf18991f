import { providerTests } from '@/drizzle/schema/provider-tests';
import { mutation } from '@/lib/audit/mutation';
import type { TestResult } from '@/lib/channels/results';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { loadProvider } from '@/lib/providers/load';
import type { TestView } from '@/lib/providers/schema';
import { runTest } from './run-test';
import { durationOf, summarizeTest } from './test-view';

type Input = { id: string; to?: string; limitMs?: number };

/** Connects for real and tells what happened; with `to`, sends a real message as well. Kept as history. @throws AppError not_found, validation_failed */
export async function testProvider(ctx: Context, { id, ...options }: Input): Promise<TestView> {
  const provider = await loadProvider(id, ctx);
  if (!provider) throw notFound('provider', id);
  // It may send a message, and is kept in the provider's history.
  mayChange(ctx, provider.row.companyId);
  const result = await runTest(provider, { ...options, offers: true });
  const at = new Date();
  await keep(ctx, provider.row.id, result, at);
  const { ok, steps, cause, transcript } = result;
  return {
    ok,
    steps,
    cause,
    summary: summarizeTest(ctx, result, provider.row),
    transcript,
    at: at.toISOString(),
  };
}

async function keep(ctx: Context, providerId: string, result: TestResult, createdAt: Date) {
  const { ok, cause, steps, transcript } = result;
  await mutation(ctx, 'provider.test', async (tx) => {
    await tx.insert(providerTests).values({
      id: newId(),
      providerId,
      ok,
      cause,
      steps,
      transcript,
      durationMs: durationOf(result),
      createdAt,
    });
    return { result: undefined, subjectId: providerId, after: { ok, cause } };
  });
}
