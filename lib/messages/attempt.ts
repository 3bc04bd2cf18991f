import type { StoredCandidate } from '@/drizzle/schema/attempts';
import { Batcher } from '@/lib/batcher';
import { sql } from '@/lib/db';

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
};

/** What is big of a message: read when it has its place at a provider, so that a long queue costs no memory. */
export type Content = {
  html: string | null;
  text: string | null;
  replyTo: { email: string; name?: string }[] | null;
  headers: Record<string, string> | null;
};

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

/** Compare-and-set on the claim: a worker that stalled and was given up for dead loses here, before it sends. */
async function beginAttempts(starts: AttemptStart[]): Promise<(Content | null)[]> {
  // The range lets the planner skip the partitions of other weeks.
  const ids = starts.map(({ messageId }) => messageId).toSorted();
  const [first, last] = [ids[0]!, ids.at(-1)!];
  const rows = await sql()<(Content & { id: string })[]>`
    with begun as (
      insert into attempts (id, message_id, provider_id, provider, claim_no, started_at, candidates)
      select i.id, i.message_id, i.provider_id, i.provider, i.claim_no, clock_timestamp(), i.candidates
      from jsonb_to_recordset(${sql().json(starts.map(toRow))}) as i(
        id uuid, message_id uuid, provider_id uuid, provider text, claim_no integer, worker_id uuid, candidates jsonb)
      join messages m on m.id = i.message_id and m.id between ${first} and ${last}
      where m.claimed_by = i.worker_id and m.claim_no = i.claim_no and m.claimed_until > now()
      returning id, message_id
    )
    select begun.id, b.html, b.text, b.reply_to as "replyTo", b.headers
    from begun join message_bodies b on b.message_id = begun.message_id
    where b.message_id between ${first} and ${last}`;
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
  };
}
