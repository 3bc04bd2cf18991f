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
};

const batcher = new Batcher<AttemptStart, boolean>({
  flush: beginAttempts,
  waitMs: 1,
  maxItems: 200,
  concurrency: 3,
});

/** Writes the attempt before the send, so that a crash leaves a trace. False: the claim was lost, nothing may be sent. */
export function beginAttempt(start: AttemptStart): Promise<boolean> {
  return batcher.add(start);
}

/** Compare-and-set on the claim: a worker that stalled and was given up for dead loses here, before it sends. */
async function beginAttempts(starts: AttemptStart[]): Promise<boolean[]> {
  const rows = await sql()<{ id: string }[]>`
    insert into attempts (id, message_id, provider_id, provider, claim_no, started_at, candidates)
    select i.id, i.message_id, i.provider_id, i.provider, i.claim_no, clock_timestamp(), i.candidates
    from jsonb_to_recordset(${sql().json(starts.map(toRow))}) as i(
      id uuid, message_id uuid, provider_id uuid, provider text, claim_no integer, worker_id uuid, candidates jsonb)
    join messages m on m.id = i.message_id
    where m.claimed_by = i.worker_id and m.claim_no = i.claim_no and m.claimed_until > now()
    returning id`;
  const begun = new Set(rows.map((row) => row.id));
  return starts.map((start) => begun.has(start.id));
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
