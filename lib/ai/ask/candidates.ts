import { eq, isNull, or } from 'drizzle-orm';
import { aiKeys, aiProviders } from '@/drizzle/schema/ai';
import { type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import { ASKED_FIRST } from '@/lib/ai/providers/find';
import { forUse } from '@/lib/ai/providers/own-models';
import { type Spent, spentThisMonth } from '@/lib/ai/providers/spent';
import { isForAPerson } from '@/lib/ai/providers/state';
import type { AiProviderRow } from '@/lib/ai/providers/view';
import { db, sql } from '@/lib/database/db';
import { breakerState } from '@/lib/routing/circuit-breaker';
import { rankProviders } from '@/lib/routing/rank';
import type { Candidate, RoutingProvider } from '@/lib/routing/types';
import type { AiUse } from './uses';

export const AI_CHANNEL = 'ai';

/** The providers that a company may ask, each as it is for this use, ranked as those of mail are, and of each why it stands where it stands. */
export async function rankAi(
  companyId: string | null,
  use: AiUse,
): Promise<{ candidates: Candidate[]; rows: Map<string, AiProviderRow> }> {
  const shared = isNull(aiProviders.companyId);
  const stored = await db()
    .select()
    .from(aiProviders)
    .where(companyId === null ? shared : or(shared, eq(aiProviders.companyId, companyId)))
    .orderBy(...ASKED_FIRST);
  const rows = stored.map((row) => forUse(row, use));
  const keys = new Set((await db().select({ id: aiKeys.providerId }).from(aiKeys)).map(({ id }) => id));
  const [spent, lately, now] = [await spentThisMonth(), await latelyOf(), new Date()];
  const providers = rows.map((row, index) => ({
    ...toRouting(row, {
      hasKey: keys.has(row.id),
      spent: spent.get(row.id),
      lately: lately.get(row.id),
      now,
    }),
    // By chance the one that was named to a person would not be the one that is asked.
    priority: rows.length - index,
  }));
  return {
    candidates: rankProviders(providers, messageOf(companyId), POLICY),
    rows: new Map(rows.map((row) => [row.id, row])),
  };
}

type Lately = { calls: number; well: number; averageMs: number | null };
type Facts = { hasKey: boolean; spent: Spent | undefined; lately: Lately | undefined; now: Date };

function toRouting(row: AiProviderRow, { hasKey, spent, lately, now }: Facts): RoutingProvider {
  const spentMicros = spent?.costMicros ?? 0;
  const isOver = row.budgetMicros !== null && spentMicros >= row.budgetMicros;
  const isStopped = row.openUntil !== null && row.openUntil > now && isForAPerson(row.fault);
  return {
    id: row.id,
    name: row.name,
    channel: AI_CHANNEL,
    companyId: row.companyId,
    active: row.active,
    // Nothing can be asked of it until a person mends that.
    misconfigured: isStopped || (!hasKey && !kindOf(row.kind as AiKindName).keyOptional),
    keeps: false,
    priority: row.priority,
    weight: 1,
    weightPercent: 100,
    costMicros: (row.inputMicros ?? 0) + (row.outputMicros ?? 0),
    categories: [AI_CHANNEL],
    senders: null,
    recipientDomains: null,
    carries: { unicodeLocalParts: 'always', sources: [] },
    fallbackId: row.fallbackId,
    hasSender: true,
    breaker: breakerState({ openUntil: row.openUntil, probeUntil: null }, now),
    openUntil: row.openUntil,
    consecutiveFailures: row.failures,
    successRate: lately && lately.calls >= MIN_SAMPLE ? lately.well / lately.calls : null,
    averageMs: lately?.averageMs ?? null,
    full: isOver && row.budgetHard ? { unit: 'budget', until: nextMonth(now) } : null,
    overSoftBudget: isOver && !row.budgetHard,
  };
}

const MIN_SAMPLE = 5;

/** Of the last hour. */
async function latelyOf(): Promise<Map<string, Lately>> {
  const rows = await sql()<(Lately & { id: string })[]>`
    select provider_id as id, count(*)::int as calls, count(*) filter (where outcome = 'ok')::int as well,
      avg(duration_ms) filter (where outcome = 'ok')::float8 as "averageMs"
    from ai_calls where started_at > now() - interval '1 hour' and outcome is not null group by 1`;
  return new Map(rows.map(({ id, ...lately }) => [id, lately]));
}

export function nextMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
}

const POLICY = {
  strategies: { [AI_CHANNEL]: 'priority' as const },
  balanced: { cost: 0, reliability: 0, speed: 0 },
  breaker: { unhealthyBelowPercent: 50 },
};

function messageOf(companyId: string | null) {
  return {
    channel: AI_CHANNEL,
    category: AI_CHANNEL,
    companyId,
    priority: 2,
    senderNames: [],
    hasSender: true,
    recipientDomains: [],
    cargo: { sizeBytes: 0, recipients: 0 },
    providerIds: null,
    pinnedProviderId: null,
    seed: '',
  };
}
