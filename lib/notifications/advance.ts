import type { NotificationState } from '@/drizzle/notification-states';
import { type Actor, type Context, jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { cancelMessage } from '@/lib/messages/cancel';
import { decide, type StepNow } from './decide';
import { type Due, handOver } from './hand-over';

const AT_ONCE = 200;

type Row = Omit<
  Due,
  'position' | 'channel' | 'address' | 'text' | 'template' | 'templateVersion' | 'language'
> & {
  mode: 'all' | 'until_delivered';
  steps: (StepNow & Pick<Due, 'address' | 'text' | 'template' | 'templateVersion' | 'language'>)[];
};

/** What is under way, once a minute: the next channel where one failed or took too long, and the end where there is one. @returns how many */
export async function advanceNotifications(now = new Date()): Promise<number> {
  let count = 0;
  for (;;) {
    const rows = await claim(now);
    // One that cannot be read, or whose database is away, holds up nobody else; it is looked at again in a minute.
    for (const row of rows)
      await advance(row, now).catch((error: unknown) =>
        log.error('notification not advanced', { id: row.id, error: errorMessage(error) }),
      );
    count += rows.length;
    if (rows.length < AT_ONCE) return count;
  }
}

/** Whoever takes one has it for a minute: two workers never look at the same. The older one is, the less often it is looked at. */
function claim(now: Date): Promise<Row[]> {
  return sql()<Row[]>`
    with due as (
      select id from notifications where next_at <= ${now} order by next_at limit ${AT_ONCE} for update skip locked
    ),
    taken as (
      update notifications n set next_at = ${now}::timestamptz + greatest(interval '1 minute', (${now}::timestamptz - n.created_at) / 60)
      from due where n.id = due.id
      returning n.id, n.company_id, n.type, n.person, n.variables, n.attachments, n.mode, n.priority, n.marketing, n.quiet, n.actor, n.test
    )
    select t.id, t.company_id as "companyId", t.type, t.person, t.variables, t.attachments, t.mode, t.priority, t.marketing,
      t.quiet, t.actor, t.test,
      (select jsonb_agg(jsonb_build_object(
          'position', s.position, 'channel', s.channel, 'address', s.address, 'text', s.text, 'template', s.template,
          'templateVersion', s.template_version, 'language', s.language, 'state', s.state, 'waitMinutes', s.wait_minutes,
          'messageId', s.message_id, 'handedAt', s.handed_at, 'status', coalesce(m.status, ${ofFeed()})) order by s.position)
        from notification_steps s left join messages m on m.id = s.message_id where s.notification_id = t.id) as steps
    from taken t`;
}

/** What is in the feed of a person is sent, and once they read it delivered. */
function ofFeed() {
  return sql()`(
    select case when f.read_at is null then 'sent' else 'delivered' end from feed_items f
    where s.channel = 'feed' and s.state = 'handed_over' and f.notification_id = s.notification_id)`;
}

async function advance(row: Row, now: Date): Promise<void> {
  const { id, mode, steps } = row;
  const decision = decide({ mode, steps, now });
  if (decision.giveUp) await giveUp(decision.giveUp);
  const ctx = asThen(row);
  for (const position of decision.next) {
    const step = steps.find((each) => each.position === position)!;
    await handOver(ctx, { ...row, ...step });
  }
  if (decision.end) await finish(id, decision.end);
}

/** As who told of it: what they may not use, this may not use later either. */
function asThen({ actor, test, companyId }: Row): Context {
  const ctx = jobContext('notifications');
  return { ...ctx, actor: actor as Actor, companyId, ...(test && { test: true }) };
}

/** What another channel takes over is not sent any more, unless it is being sent at this moment. */
async function giveUp(messageId: string): Promise<void> {
  await cancelMessage(jobContext('notifications'), { id: messageId }).catch(() => undefined);
}

async function finish(id: string, state: NotificationState): Promise<void> {
  await sql()`
    with ended as (
      update notifications set state = ${state}, finished_at = now(), next_at = null, attachments = null
      where id = ${id} and state = 'waiting' returning id
    )
    update notification_steps s set state = 'canceled', reason = 'not_needed'
    from ended where s.notification_id = ended.id and s.state = 'planned'`;
}
