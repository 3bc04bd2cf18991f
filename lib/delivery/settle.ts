import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import { sleep } from '@/lib/async/abort';
import { Batcher } from '@/lib/async/batcher';
import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { sameId } from '@/lib/database/same-id';
import type { NewEvent } from '@/lib/events/new-event';
import { recordEvents } from '@/lib/events/record';
import { log } from '@/lib/log';
import type { Status } from '@/lib/messages/status';
import { countDeliveries } from '@/lib/metrics/count';
import { notePartly } from '@/lib/metrics/partly';
import { countResponses } from '@/lib/metrics/responses';
import { countTopics } from '@/lib/metrics/topics';
import { diagnose } from '@/lib/providers/health/health';
import { wakeUp } from '@/lib/queue/wake';
import { judge } from '@/lib/routing/provider-fault';
import { currentSettings } from '@/lib/settings/current';
import { recordHeard } from '@/lib/suppressions/record-heard';
import { heardIn } from './heard-in';
import { moveAndMerge, moveAsDecided } from './move-messages';
import type { Reason } from './next-state';

export type FinishedAttempt = {
  id: string;
  durationMs: number;
  outcomes: StoredOutcome[];
  costMicros: number;
  transcript?: string;
};

/** What a delivery leaves behind. Status `sending` keeps the claim: the next provider is tried at once. */
export type Settlement = {
  messageId: string;
  workerId: string;
  claimNo: number;
  channel: string;
  companyId: string | null;
  type: string | null;
  category: string;
  /** Topics of its figures; absent: none. */
  templateId?: string | null;
  campaignId?: string | null;
  status: Status;
  reason: Reason | null;
  /** Milliseconds until the next try; null: nothing is left to do by itself. */
  retryMs: number | null;
  retryCount: number;
  providerId: string | null;
  recipients: StoredRecipient[];
  attempts: FinishedAttempt[];
  events: NewEvent[];
  /** Another provider takes over. */
  failover?: { toId: string; extraCostMicros: number };
};

const batcher = new Batcher<Settlement, Settled>({
  flush: settleUntilDone,
  // A result that waits for company costs nobody anything: its message is out, and its permit at the provider is free again.
  waitMs: 8,
  maxItems: 500,
  concurrency: 1,
});

/** The recipients as they stand now. Null: nothing is left to do under this claim; it was lost, and only the attempt is noted, or nobody waits any more. */
export type Settled = StoredRecipient[] | null;

/** Writes a result; with others that finish at the same time, in one statement. */
export function settle(settlement: Settlement): Promise<Settled> {
  return batcher.add(settlement);
}

/** A result is known to nobody else: while PostgreSQL is away it is kept and offered again. Settling twice changes nothing. */
async function settleUntilDone(settlements: Settlement[]): Promise<Settled[]> {
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      return await settleNow(settlements);
    } catch (error) {
      if (!isConnectionError(error)) throw error;
      log.warn('results wait for the database', { count: settlements.length, error });
      await sleep(waitMs);
    }
  }
}

/** As often the list of recipients may change under its hands. Whoever is left then counts as a result that came late (`late-result.ts`). */
const MERGES = 5;

/**
 * Nearly always one statement. An attempt that it has finished is not finished again by those that merge; should this process die between
 * them, its result is one that came late.
 */
async function settleNow(settlements: Settlement[]): Promise<Settled[]> {
  const moved = await write(settlements, moveAsDecided);
  for (let merge = 0; merge < MERGES && moved.size < settlements.length; merge++) {
    const left = settlements.filter(({ messageId }) => !moved.has(messageId));
    for (const [id, row] of await write(left, moveAndMerge)) moved.set(id, row);
  }
  return settlements.map(({ messageId, recipients, status }) => {
    const row = moved.get(messageId);
    if (!row || (row.ended && status === 'sending')) return null;
    return row.recipients ?? recipients;
  });
}

type Moved = { id: string; ended: boolean; recipients: StoredRecipient[] | null };

async function write(
  settlements: Settlement[],
  move: typeof moveAsDecided | typeof moveAndMerge,
): Promise<Map<string, Moved>> {
  const { breaker, healing, suppressions } = (await currentSettings()).delivery;
  const slowMs = healing.slowSeconds * 1000;
  // In the order of ids, as everywhere, so that statements which lock the same messages do not wait in a circle.
  const inOrder = settlements.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
  const heard = inOrder.flatMap(heardIn);
  // Named for the planner: an index for the messages, and only the partitions of their weeks.
  const ids = inOrder.map(({ messageId }) => messageId);
  const [first, last] = [ids[0]!, ids.at(-1)!];
  const ours = sql()`${sameId('m.id', 'i.message_id')} and m.id = any(${ids}::uuid[]) and m.id between ${first} and ${last} and m.claimed_by = i.worker_id and m.claim_no = i.claim_no`;
  const rows = await sql()<Moved[]>`
    with input as (
      select * from jsonb_to_recordset(${sql().json(inOrder.map((settlement) => toRow(settlement, slowMs)) as never)}) as i(
        message_id uuid, worker_id uuid, claim_no integer, channel text, company_id uuid, type text, category text, template_id uuid, campaign_id uuid, status text, reason text, retry_ms bigint,
        retry_count smallint, provider_id uuid, recipients jsonb, attempts jsonb, events jsonb, failover jsonb, bounced integer)
    ),
    finished as (
      update attempts a
      set finished_at = now(), duration_ms = f.duration_ms, outcomes = f.outcomes,
          cost_micros = f.cost_micros, transcript = f.transcript
      from input i, jsonb_to_recordset(i.attempts) as f(
        id uuid, duration_ms integer, outcomes jsonb, cost_micros bigint, transcript text, sent boolean, captured boolean, failed boolean, faulty boolean,
        slow boolean, recipients integer)
      where ${sameId('a.message_id', 'i.message_id')} and a.message_id = any(${ids}::uuid[]) and a.message_id between ${first} and ${last} and a.id = f.id and a.finished_at is null
      returning a.id, a.provider_id, i.channel, i.company_id, i.type, i.category, i.template_id, i.campaign_id, a.duration_ms, a.cost_micros, f.sent, f.captured, f.failed, f.faulty, f.slow, f.recipients,
        i.failover is not null as failed_over, i.failover
    ),
    judged as (select * from finished where sent is not null),
    ${move(ours)},
    ${recordEvents({
      id: sql()`e.id`,
      messageId: sql()`i.message_id`,
      companyId: sql()`i.company_id`,
      type: sql()`e.type`,
      recipient: sql()`e.recipient`,
      providerId: sql()`e.provider_id`,
      detail: sql()`${sql().unsafe(notePartly('e.detail', 'moved'))}`,
      from: sql()`from input i join moved on moved.id = i.message_id,
        jsonb_to_recordset(i.events) as e(id uuid, type text, recipient text, provider_id uuid, detail jsonb)
        -- Of a next step that is not taken nothing is told.
        where not moved.ended or e.recipient is not null or e.type not in ('deferred', 'parked')`,
    })},
    -- Who stands in a line is taken out of it, not woken.
    due as (select id, priority, due_at from moved where due_at is not null and not claimed and in_line is not true),
    failovers as (
      select provider_id as from_id, (failover->>'toId')::uuid as to_id, company_id, (failover->>'extraCostMicros')::bigint as extra_cost_micros
      from judged where failed_over
    ),
    ${countDeliveries({ attempts: 'judged', moved: 'moved', failovers: 'failovers' })},
    ${countResponses('moved')},
    ${countTopics({ attempts: 'judged', rested: 'moved', learned: 'moved' })},
    ${diagnose('judged', breaker)},
    ${wakeUp('due')}
    ${
      heard.length === 0
        ? sql()``
        : sql()`, ${recordHeard(
            sql()`
              select h.*, false as played from jsonb_to_recordset(${sql().json(heard as never)}) as h(
                suppression_id uuid, bounce_id uuid, company_id uuid, channel text, address text, heard text, provider_id uuid, message_id uuid, code text,
                reason text, at timestamptz, event_id uuid)
              where h.event_id in (select id from noted)`,
            suppressions,
          )}`
    }
    select moved.id, moved.ended, moved.recipients from moved cross join woken where woken.jobs >= 0`;
  return new Map(rows.map((row) => [row.id, row]));
}

function toRow(settlement: Settlement, slowMs: number) {
  return {
    message_id: settlement.messageId,
    worker_id: settlement.workerId,
    claim_no: settlement.claimNo,
    channel: settlement.channel,
    company_id: settlement.companyId,
    type: settlement.type,
    category: settlement.category,
    template_id: settlement.templateId,
    campaign_id: settlement.campaignId,
    status: settlement.status,
    reason: settlement.reason,
    retry_ms: settlement.retryMs,
    retry_count: settlement.retryCount,
    provider_id: settlement.providerId,
    failover: settlement.failover,
    bounced: settlement.events.some(({ type, detail }) => type === 'bounced' && !detail?.played) ? 1 : 0,
    recipients: settlement.recipients,
    attempts: settlement.attempts.map((attempt) => ({
      id: attempt.id,
      duration_ms: attempt.durationMs,
      outcomes: attempt.outcomes,
      cost_micros: attempt.costMicros,
      transcript: attempt.transcript,
      slow: attempt.durationMs > slowMs,
      recipients: attempt.outcomes.filter(({ outcome }) => outcome === 'accepted').length,
      ...judge(attempt.outcomes),
    })),
    events: settlement.events.map((event) => ({
      id: event.id,
      type: event.type,
      recipient: event.recipient,
      provider_id: event.providerId,
      detail: event.detail,
    })),
  };
}
