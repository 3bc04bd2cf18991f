import { and, desc, eq, lt } from 'drizzle-orm';
import type { z } from 'zod';
import { providerTests } from '@/drizzle/schema/provider-tests';
import type { TestStep } from '@/lib/channels/results';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { getProvider } from '@/lib/providers/get';
import type { PastTestView, TestsFilter } from './report-schema';
import { summarizeTest } from './test-view';

/** The connection tests of a provider, newest first. @throws AppError not_found */
export async function listTests(
  ctx: Context,
  { id, limit, cursor }: z.output<typeof TestsFilter> & { id: string },
): Promise<{ data: PastTestView[]; nextCursor: string | null }> {
  const provider = await getProvider(ctx, id);
  const rows = await db()
    .select()
    .from(providerTests)
    .where(and(eq(providerTests.providerId, provider.id), cursor ? lt(providerTests.id, cursor) : undefined))
    .orderBy(desc(providerTests.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: page.map((row) => ({
      id: row.id,
      ok: row.ok,
      steps: row.steps as TestStep[],
      cause: row.cause ?? undefined,
      summary: summarizeTest(ctx, row, provider),
      transcript: row.transcript ?? undefined,
      at: row.createdAt.toISOString(),
      durationMs: row.durationMs,
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
