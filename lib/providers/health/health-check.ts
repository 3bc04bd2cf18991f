import { providerTests } from '@/drizzle/schema/provider-tests';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { loadProvider } from '@/lib/providers/load';
import type { HealthCheckView } from './report-schema';
import { runTest } from './run-test';
import { durationOf, summarizeTest } from './test-view';

/**
 * The test for programs that ask every minute: never a message, a short answer, a short row in the history, and none in the
 * audit log, which it would flood; nothing of the provider is changed. @throws AppError not_found
 */
export async function checkProvider(ctx: Context, { id }: { id: string }): Promise<HealthCheckView> {
  const provider = await loadProvider(id, ctx);
  if (!provider) throw notFound('provider', id);
  const result = await runTest(provider);
  const { ok, cause, steps } = result;
  const at = new Date();
  const ms = durationOf(result);
  await db()
    .insert(providerTests)
    .values({ id: newId(), providerId: provider.row.id, ok, cause, steps, durationMs: ms, createdAt: at });
  return { ok, cause, summary: summarizeTest(ctx, result, provider.row), ms, at: at.toISOString() };
}
