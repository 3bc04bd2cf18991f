import type { StoredCandidate } from '@/drizzle/schema/attempts';
import type { StoredTemplate, StoredTracking } from '@/drizzle/schema/messages';
import { sleep } from '@/lib/async/abort';
import { Batcher } from '@/lib/async/batcher';
import type { Content as ChannelContent } from '@/lib/channels/channel';
import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { isAmong, sameId } from '@/lib/database/same-id';

export type AttemptStart = {
  id: string;
  messageId: string;
  claimNo: number;
  workerId: string;
  providerId: string;
  provider: string;
  candidates: StoredCandidate[];
  /** Of the message: what is read at once must fit into memory. */
  sizeBytes: number;
  /** The claim must last for so long from now on. */
  longestMs: number;
};

/** What is big of a message: read when it has its permit at a provider, so that a long queue costs no memory. */
export type Content = ChannelContent & {
  metadata: Record<string, string> | null;
  tracking: StoredTracking | null;
  /** From what `html` and `text` are rendered, which then are null. */
  template: StoredTemplate | null;
};

const RETRY_MS = 250;
/** Between the end of a send and its result in the database. */
const MARGIN_MS = 60_000;

const batcher = new Batcher<AttemptStart, Content | null>({
  flush: beginAttempts,
  waitMs: 4,
  maxItems: 200,
  concurrency: 2,
  weigh: ({ sizeBytes }) => sizeBytes,
  maxWeight: 32 * 1024 * 1024,
});

/**
 * Writes the attempt before the send, so that a crash leaves a trace, and answers with the content.
 * Null: the claim was lost, nothing may be sent.
 */
export function beginAttempt(start: AttemptStart): Promise<Content | null> {
  return batcher.add(start);
}

const GIVE_UP_MS = 60_000;

/** An answer that was lost with the connection says nothing: asked again, an attempt that was begun then is begun. */
async function beginAttempts(starts: AttemptStart[]): Promise<(Content | null)[]> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (let again = false; ; again = true) {
    try {
      return await beginNow(starts, again);
    } catch (error) {
      if (!isConnectionError(error) || Date.now() > deadline) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/**
 * Compare-and-set on the claim: a worker that stalled and was given up for dead loses here, before it sends. The lock keeps the claim as it
 * is until the attempt is there for others to see; taken in the order of ids, as everywhere, so that nobody waits in a circle. A
 * lease that would run out during the send is renewed: for most messages it need not be.
 */
async function beginNow(starts: AttemptStart[], again: boolean): Promise<(Content | null)[]> {
  const inOrder = starts.toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
  const ids = inOrder.map(({ messageId }) => messageId);
  // Named for the planner: an index for the messages, and only the partitions of their weeks.
  const named = (column: string) =>
    sql()`${sql()(column)} = any(${ids}::uuid[]) and ${sql()(column)} between ${ids[0]!} and ${ids.at(-1)!}`;
  const rows = await sql()<(Content & { id: string })[]>`
    with input as (
      select i.*, m.metadata, m.claimed_until < now() + make_interval(secs => i.lease_ms / 1000.0) as is_short
      from jsonb_to_recordset(${sql().json(inOrder.map(toRow))}) as i(
        id uuid, message_id uuid, provider_id uuid, provider text, claim_no integer, worker_id uuid, candidates jsonb, lease_ms bigint)
      join messages m on ${sameId('m.id', 'i.message_id')} and ${named('m.id')}
      where m.claimed_by = i.worker_id and m.claim_no = i.claim_no and m.claimed_until > now()
      for share of m
    ),
    renewed as (
      update messages set claimed_until = now() + make_interval(secs => (select max(lease_ms) from input where is_short) / 1000.0)
      -- For none, which is most of the time, nothing is looked up.
      where (select bool_or(is_short) from input) and ${named('id')} and ${isAmong('id', 'input where is_short', 'message_id')}
    ),
    begun as (
      insert into attempts (id, message_id, provider_id, provider, claim_no, started_at, candidates)
      select id, message_id, provider_id, provider, claim_no, clock_timestamp(), candidates from input
      on conflict do nothing
      returning id, message_id
    ),
    bodies as materialized (
      select message_id, html, text, template, provider_template, reply_to, headers, tracking from message_bodies where ${named('message_id')}
    )
    select begun.id, b.html, b.text, b.template, b.provider_template as "providerTemplate", b.reply_to as "replyTo", b.headers, b.tracking, input.metadata
    from ${again ? sql()`(select id, message_id from input) as begun` : sql()`begun`}
    join input on input.id = begun.id
    join bodies b on b.message_id = begun.message_id`;
  const begun = new Map(rows.map(({ id, ...content }) => [id, content]));
  return starts.map((start) => begun.get(start.id) ?? null);
}

function toRow(start: AttemptStart) {
  return {
    id: start.id,
    message_id: start.messageId,
    provider_id: start.providerId,
    provider: start.provider,
    claim_no: start.claimNo,
    worker_id: start.workerId,
    candidates: start.candidates,
    lease_ms: start.longestMs + MARGIN_MS,
  };
}
