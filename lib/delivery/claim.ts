import type { PendingQuery, Row } from 'postgres';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { StoredCargo } from '@/drizzle/schema/stored-cargo';
import { Batcher } from '@/lib/async/batcher';
import { notHalted } from '@/lib/backlog/halted-campaigns';
import { pausedNow } from '@/lib/backlog/paused-priorities';
import { sql } from '@/lib/database/db';
import { isAmong } from '@/lib/database/same-id';

/**
 * A claim is a lease; when it runs out, the reconciler wakes the message again. Whoever begins to send renews it for as long as that send may
 * take (`attempt.ts`), and what a living worker has in hand is renewed meanwhile (`take.ts`).
 */
export const LEASE_MINUTES = 10;

export type ClaimedMessage = {
  id: string;
  claimNo: number;
  companyId: string | null;
  channel: string;
  type: string | null;
  priority: number;
  category: string;
  templateId: string | null;
  campaignId: string | null;
  sender: string | null;
  senderName: string | null;
  subject: string | null;
  recipients: StoredRecipient[];
  /** For sandboxes only. */
  test: boolean;
  providerIds: string[] | null;
  /** Of its last attempt, or in whose line it stands. */
  providerId: string | null;
  tags: string[];
  metadata: Record<string, string> | null;
  /** Why it waited, where it waited for something. */
  reason: string | null;
  attachmentCount: number;
  expiresAt: Date | null;
  retryCount: number;
  resendCount: number;
  sizeBytes: number;
  cargo: StoredCargo | null;
  lastAttempt: LastAttempt | null;
};

/** The newest attempt of an earlier claim; unfinished when its worker died over it. */
export type LastAttempt = {
  id: string;
  providerId: string;
  finished: boolean;
  outcomes: StoredOutcome[] | null;
  /** It waited for a connection: nothing was sent. */
  held: boolean;
};

type ClaimRequest = { workerId: string; ids: string[] };

const batcher = new Batcher<ClaimRequest, ClaimedMessage[]>({
  flush: claimTogether,
  waitMs: 1,
  maxItems: 100,
  concurrency: 2,
  weigh: ({ ids }) => ids.length,
  maxWeight: 300,
});

/** Jobs that wake a message each are claimed with one statement when they start together. */
export function claimMessages(workerId: string, ids: string[]): Promise<ClaimedMessage[]> {
  return batcher.add({ workerId, ids });
}

/** A message asked for twice goes to the first who asked. */
async function claimTogether(requests: ClaimRequest[]): Promise<ClaimedMessage[][]> {
  const byWorker = Map.groupBy(requests, (request) => request.workerId);
  const claimed = new Map<string, ClaimedMessage>();
  for (const [workerId, group] of byWorker)
    for (const message of await claimNow(workerId, [...new Set(group.flatMap(({ ids }) => ids))]))
      claimed.set(`${workerId} ${message.id}`, message);
  return requests.map(({ workerId, ids }) => ids.flatMap((id) => take(claimed, `${workerId} ${id}`)));
}

function take(claimed: Map<string, ClaimedMessage>, key: string): ClaimedMessage[] {
  const message = claimed.get(key);
  claimed.delete(key);
  return message ? [message] : [];
}

const claimNow = (workerId: string, ids: string[]) => claim(workerId, ids, isDue());

/** Not of a paused priority but at its deadline, at which it ends. */
const isDue = () =>
  sql()`due_at <= now() + interval '1 second' and (priority <> all(${pausedNow()}) or expires_at <= ${new Date()})
    and ${notHalted()}`;

/** Those of the messages that could be claimed now, were nobody holding their rows. */
export async function unclaimedOf(ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql()<{ id: string }[]>`
    select id from messages where ${amongIds(ids.toSorted(), 'id')} and ${isFree()} and ${isDue()}`;
  return rows.map(({ id }) => id);
}

export type LineRequest = { providerId: string; count: number; urgentOnly: boolean };

/** So often others may take the very first of the line a moment before. */
const LOOKS = 3;

/** The first messages of the line in front of a provider: by priority, then the oldest. Their time is when there is room for them. */
export async function claimLine(workerId: string, line: LineRequest): Promise<ClaimedMessage[]> {
  const { providerId, count, urgentOnly } = line;
  const inLine = sql()`
    provider_id = ${providerId} and reason in ('paced', 'no_room')
    and priority <> all(${pausedNow()}) and (not ${urgentOnly}::boolean or priority = 0) and ${notHalted()}`;
  for (let look = 1; ; look++) {
    const first = await sql()<{ id: string }[]>`
      select id from messages where ${inLine} and ${isFree()}
      order by priority, id limit ${count}`;
    if (first.length === 0) return [];
    const ids = first.map(({ id }) => id);
    const claimed = await claim(workerId, ids, inLine);
    if (claimed.length > 0 || look === LOOKS) return claimed;
  }
}

const isFree = () => sql()`(claimed_until is null or claimed_until < now())`;

/** The range lets the planner skip the partitions of other weeks. */
const amongIds = (sorted: string[], column: string) =>
  sql()`${sql()(column)} = any(${sorted}::uuid[]) and ${sql()(column)} between ${sorted[0]!} and ${sorted.at(-1)!}`;

/**
 * No indexed column changes, so no index is touched: that a message is being sent is what its living claim says. Takes those of the messages
 * that nobody has and that are `ready`, with all that is needed to send them. Whoever raises `claim_no` owns the message until the lease ends.
 */
function claim(workerId: string, ids: string[], ready: PendingQuery<Row[]>): Promise<ClaimedMessage[]> {
  const sorted = ids.toSorted();
  const named = (column: string) => amongIds(sorted, column);
  return sql()<ClaimedMessage[]>`
    with free as (
      select id from messages
      where ${named('id')} and ${isFree()} and ${ready}
      for update skip locked
    ),
    claimed as (
      update messages m
      set claimed_by = ${workerId}, claim_no = m.claim_no + 1,
          claimed_until = now() + make_interval(mins => ${LEASE_MINUTES})
      where ${isAmong('m.id', 'free')} and ${named('m.id')}
      returning m.*
    ),
    latest as materialized (
      select distinct on (message_id) message_id,
        json_build_object('id', id, 'providerId', provider_id, 'finished', finished_at is not null, 'outcomes', outcomes, 'held', held is true) as attempt
      from attempts
      -- Where all are claimed for the first time there is none to look for.
      where ${named('message_id')} and (select bool_or(claim_no > 1) from claimed)
      order by message_id, id desc
    )
    select c.id, c.claim_no as "claimNo", c.company_id as "companyId", c.channel, c.type, c.priority, c.category, c.template_id as "templateId", c.campaign_id as "campaignId", c.sender,
      c.sender_name as "senderName", c.subject, c.recipients, c.test, c.provider_ids as "providerIds", c.provider_id as "providerId", c.tags, c.metadata, c.reason,
      c.attachment_count as "attachmentCount", c.expires_at as "expiresAt", c.retry_count as "retryCount", c.resend_count as "resendCount",
      c.size_bytes as "sizeBytes", c.cargo, latest.attempt as "lastAttempt"
    from claimed c left join latest on latest.message_id = c.id
    order by c.priority, c.id`;
}
