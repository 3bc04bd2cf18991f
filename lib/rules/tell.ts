import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { onOwnConnection } from '@/lib/database/own-connection';
import { AppError, errorMessage, passes } from '@/lib/errors';
import { log } from '@/lib/log';
import { getNotification } from '@/lib/notifications/list';
import { notify } from '@/lib/notifications/notify';
import type { NotificationInput, NotificationView } from '@/lib/notifications/schema';
import { inputAbout } from './input-about';

const AT_ONCE = 200;
const LOCK = 7_355_614;

type Waiting = {
  id: string;
  type: string;
  companyId: string | null;
  contactId: string | null;
  data: Record<string, unknown>;
  key: string;
};

/**
 * Those for whom a rule decided and who were not told yet: once each, also after a crash, since the cause is the key. One process does so at a
 * time, or each of them would be noted twice, once as told before. @returns how many; none where another process is at it
 */
export async function tellWaiting(): Promise<number> {
  const waiting = await sql()`select from rule_firings where state = 'waiting' limit 1`;
  if (waiting.length === 0) return 0;
  return onOwnConnection(async (own) => {
    const [lock] = await own<{ taken: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as taken`;
    return lock!.taken ? tellAll() : 0;
  });
}

async function tellAll(): Promise<number> {
  let count = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await sql()<Waiting[]>`
      select f.id, r.type, coalesce(r.company_id, s.company_id) as "companyId", s.contact_id as "contactId", s.data, s.key
      from rule_firings f join rules r on r.id = f.rule_id join subjects s on s.id = f.subject_id
      where f.state = 'waiting' and f.id > ${after} order by f.id limit ${AT_ONCE}`;
    await Promise.all(rows.map(tell));
    count += rows.length;
    if (rows.length < AT_ONCE) return count;
    after = rows.at(-1)!.id;
  }
}

async function tell({ id, type, companyId, contactId, data, key }: Waiting): Promise<void> {
  if (contactId === null) return leaveOut(id, 'no_contact');
  try {
    const about = { key, contactId, data, company: companyId };
    const input = inputAbout(about, { type, dedupeKey: `rule ${id}` });
    await settle(id, await tellOnce(input));
  } catch (error) {
    if (!(error instanceof AppError) || passes(error) || error.code === 'internal') {
      // It is tried again in a minute.
      log.error('a subject was not told of', { id, error: errorMessage(error) });
      return;
    }
    const [first] = error.errors ?? [];
    await leaveOut(id, first ? `${first.path} ${first.code}` : error.code);
  }
}

const IN_FEED = ['handed_over', 'in_feed', 'read'];

type Outcome = Pick<NotificationView, 'id'> & {
  reason?: string | null;
  channels: { channel: string; state: string; reason?: string | null; messageId?: string | null }[];
};

/** One that was told before a crash leads to that. */
async function tellOnce(input: NotificationInput): Promise<Outcome> {
  const ctx = jobContext('rules');
  const told = await notify(ctx, input);
  return told.duplicateOf ? getNotification(ctx, { id: told.duplicateOf }) : told;
}

/** Nobody was told where no channel took it, and none is left to. */
async function settle(id: string, { id: notificationId, reason, channels }: Outcome): Promise<void> {
  const isTold = channels.some(
    ({ channel, state, messageId }) =>
      messageId || state === 'planned' || (channel === 'feed' && IN_FEED.includes(state)),
  );
  if (!isTold) return leaveOut(id, reason ?? channels[0]?.reason ?? 'failed', notificationId);
  await sql()`
    update rule_firings set state = 'told', notification_id = ${notificationId} where id = ${id} and state = 'waiting'`;
}

async function leaveOut(id: string, reason: string, notificationId: string | null = null): Promise<void> {
  await sql()`
    update rule_firings set state = 'left_out', reason = ${reason}, notification_id = ${notificationId}
    where id = ${id} and state = 'waiting'`;
}
