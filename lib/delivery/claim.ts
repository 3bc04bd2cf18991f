import type { PendingQuery, Row } from 'postgres';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { StoredCargo, StoredRecipient } from '@/drizzle/schema/messages';
import { Batcher } from '@/lib/async/batcher';
import { pausedPriorities } from '@/lib/backlog/paused-priorities';
import { sql } from '@/lib/database/db';

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
  sender: string | null;
  senderName: string | null;
  subject: string | null;
  recipients: StoredRecipient[];
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

/** Those of the messages that are due, and not of a paused priority but at their deadline, at which they end. */
async function claimNow(workerId: string, ids: string[]): Promise<ClaimedMessage[]> {
  const sorted = ids.toSorted();
  const paused = await pausedPriorities();
  // The range lets the planner skip the partitions of other weeks.
  const range = { first: sorted[0]!, last: sorted.at(-1)! };
  return claim(
    workerId,
    sql()`
      select id from messages
      where id = any(${ids}::uuid[]) and id between ${range.first} and ${range.last}
        and due_at <= now() + interval '1 second' and (claimed_until is null or claimed_until < now())
        and (priority <> all(${paused}::smallint[]) or expires_at <= ${new Date()})
      for update skip locked`,
    range,
  );
}

const ALL_IDS = {
  first: '00000000-0000-0000-0000-000000000000',
  last: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
};

export type LineRequest = { providerId: string; count: number; urgentOnly: boolean };

/** The first messages of the line in front of a provider: by priority, then the oldest. Their time is when there is room for them. */
export async function claimLine(
  workerId: string,
  { providerId, count, urgentOnly }: LineRequest,
): Promise<ClaimedMessage[]> {
  const paused = await pausedPriorities();
  return claim(
    workerId,
    sql()`
      select id from messages
      where provider_id = ${providerId} and reason in ('paced', 'no_room') and (claimed_until is null or claimed_until < now())
        and priority <> all(${paused}::smallint[]) and (not ${urgentOnly}::boolean or priority = 0)
      order by priority, id limit ${count}
      for update skip locked`,
    ALL_IDS,
  );
}

/**
 * No indexed column changes, so no index is touched: that a message is being sent is what its living claim says. Takes the `free` messages,
 * with all that is needed to send them. Whoever raises `claim_no` owns the message until the lease ends.
 */
function claim(
  workerId: string,
  free: PendingQuery<Row[]>,
  { first, last }: { first: string; last: string },
): Promise<ClaimedMessage[]> {
  return sql()<ClaimedMessage[]>`
    with free as (${free}),
    claimed as (
      update messages m
      set claimed_by = ${workerId}, claim_no = m.claim_no + 1,
          claimed_until = now() + make_interval(mins => ${LEASE_MINUTES})
      -- As an array, not a join: the index is walked once for all of them instead of down its whole height for each.
      where m.id = any(array(select id from free)) and m.id between ${first} and ${last}
      returning m.*
    )
    select c.id, c.claim_no as "claimNo", c.company_id as "companyId", c.channel, c.type, c.priority, c.category, c.sender,
      c.sender_name as "senderName", c.subject, c.recipients, c.provider_ids as "providerIds", c.provider_id as "providerId", c.tags, c.metadata, c.reason,
      c.attachment_count as "attachmentCount", c.expires_at as "expiresAt", c.retry_count as "retryCount", c.resend_count as "resendCount",
      c.size_bytes as "sizeBytes", c.cargo, a.last as "lastAttempt"
    from claimed c
    left join lateral (
      select json_build_object('id', id, 'providerId', provider_id, 'finished', finished_at is not null, 'outcomes', outcomes) as last
      from attempts
      -- Of the first claim there is none to look for, in the partitions of all weeks.
      where message_id = c.id and c.claim_no > 1 and message_id between ${first} and ${last}
      order by id desc limit 1
    ) a on true
    order by c.priority, c.id`;
}
