import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { aiCalls } from '@/drizzle/schema/ai';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { fromMicros } from '@/lib/money';

/** `GET /api/v1/ai-calls`. */
export const AiCallFilter = z.strictObject({
  provider: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
});
export type AiCallFilter = z.output<typeof AiCallFilter>;

export type AiCallView = {
  id: string;
  at: string;
  job: string;
  promptVersion: number;
  provider: { id: string; name: string };
  model: string;
  actor: { type: string; name: string };
  /** `ok`, or what went wrong; null: under way, or its process died. */
  outcome: string | null;
  durationMs: number | null;
  /** Personal data was taken out before it went. */
  redacted: boolean;
  tokens: { input: number; cached: number; output: number; reasoning: number };
  /** In US dollars; null: the price is unknown. */
  cost: string | null;
};

/** The newest first; what was said is kept nowhere. */
export async function listAiCalls(
  ctx: Context,
  { provider, limit, cursor }: AiCallFilter,
): Promise<{ data: AiCallView[]; nextCursor: string | null }> {
  const rows = await db()
    .select()
    .from(aiCalls)
    .where(
      and(
        scoped(ctx, aiCalls.companyId),
        provider ? eq(aiCalls.providerId, provider) : undefined,
        cursor ? lt(aiCalls.id, cursor) : undefined,
      ),
    )
    .orderBy(desc(aiCalls.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { data: page.map(viewCall), nextCursor: rows.length > limit ? page.at(-1)!.id : null };
}

function viewCall(row: typeof aiCalls.$inferSelect): AiCallView {
  return {
    id: row.id,
    at: row.startedAt.toISOString(),
    job: row.job,
    promptVersion: row.promptVersion,
    provider: { id: row.providerId, name: row.provider },
    model: row.model,
    actor: { type: row.actorType, name: row.actorLabel },
    outcome: row.outcome,
    durationMs: row.durationMs,
    redacted: row.redacted,
    tokens: {
      input: row.inputTokens,
      cached: row.cachedTokens,
      output: row.outputTokens,
      reasoning: row.reasoningTokens,
    },
    cost: row.costMicros === null ? null : fromMicros(row.costMicros),
  };
}
