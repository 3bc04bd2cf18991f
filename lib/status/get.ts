import { countOpen, firstDueOf, type OpenGroup, sumOf } from '@/lib/backlog/counts';
import { scopedSql } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { ALIVE_SECONDS } from '@/lib/database/handshake';
import { type Shortage, shortage } from '@/lib/disk/room';
import { deliveryFigures } from '@/lib/metrics/figures';
import { listMisconfigured } from '@/lib/providers/health/problems';
import { keepingKinds } from '@/lib/providers/keeps';
import { PRIORITIES } from '@/lib/queue/priority';
import { windowAt } from '@/lib/routing/windows';
import { currentSettings } from '@/lib/settings/current';
import type { Settings } from '@/lib/settings/schema';
import { countLivingWorkers } from '@/lib/workers/living';
import type { SystemStatus } from './schema';

const OLD_QUEUE_SECONDS = 300;

type Stored = {
  providers: string[];
  /** Their breakers are not closed. */
  failing: string[];
  onlySandbox: boolean;
  sentToday: number;
  capturedToday: number;
  failedToday: number;
  alerts: SystemStatus['alerts'];
  /** A process somewhere accepts nothing. */
  noSpace: boolean;
};
type Facts = Stored & {
  everSent: boolean;
  workers: number;
  misconfigured: SystemStatus['misconfigured'];
  lack: Shortage | null;
};

/**
 * The status strip: is mail flowing, and if not, why. What was done today comes from the figures, what waits from the index of
 * states that are not at rest: neither grows with what was sent.
 */
export async function getStatus(ctx: Context): Promise<SystemStatus> {
  const settings = await currentSettings();
  const today = windowAt('day', new Date(), (await settingsFor(ctx.companyId)).timeZone).startsAt;
  const [groups, [stored], workers, misconfigured, lack] = await Promise.all([
    countOpen(ctx),
    readStored(ctx, today),
    countLivingWorkers(),
    listMisconfigured(ctx),
    shortage(),
  ]);
  const everSent = stored!.sentToday > 0 || (await hasSent(ctx));
  return judge(groups, { ...stored!, everSent, workers, misconfigured, lack }, settings);
}

/** Where there are providers that send, sandboxes are no way out. */
function readStored(ctx: Context, today: Date) {
  const kinds = keepingKinds();
  const visible = scopedSql(ctx, 'company_id', 'shared');
  // One for tests alone is none for anything else.
  const isOpenToAll = sql()`settings->>'onlyTests' is distinct from 'true'`;
  const hasReal = sql()`exists (select from providers where not kind = any(${kinds}) and ${visible})`;
  return sql()<Stored[]>`
    select coalesce(sum(messages_sent), 0)::float8 as "sentToday", coalesce(sum(messages_captured), 0)::float8 as "capturedToday",
      coalesce(sum(messages_failed), 0)::float8 as "failedToday",
      array(
        select id from providers
        where active and ${visible} and ${isOpenToAll} and (not ${hasReal} or not kind = any(${kinds}))) as providers,
      array(select provider_id from provider_health where open_until is not null) as failing,
      exists (select from processes where beat_at > now() - make_interval(secs => ${ALIVE_SECONDS}) and disk ->> 'shortage' is not null) as "noSpace",
      (select json_build_object('open', count(*), 'critical', count(*) filter (where severity = 'critical'))
        from alerts where resolved_at is null and ${scopedSql(ctx)}) as alerts,
      not ${hasReal} and exists (select from providers where active and ${visible} and ${isOpenToAll}) as "onlySandbox"
    from ${deliveryFigures({ from: today, hoursFrom: today })} figures where ${scopedSql(ctx)}`;
}

/** The first row found answers it: only before any mail is all of it read, and then there is next to none. */
async function hasSent(ctx: Context): Promise<boolean> {
  const any = (table: string) =>
    sql()`exists (select from ${sql()(table)} where messages_sent > 0 and ${scopedSql(ctx)})`;
  const [row] = await sql()<[{ sent: boolean }]>`
    select ${any('delivery_minutes')} or ${any('delivery_hours')} or ${any('delivery_days')} as sent`;
  return row.sent;
}

function judge(groups: OpenGroup[], facts: Facts, { delivery }: Settings): SystemStatus {
  const { pausedPriorities } = delivery.queue;
  const closed = new Set(facts.misconfigured.map(({ id }) => id));
  const usable = facts.providers.filter((id) => !closed.has(id)).length;
  const allPaused = pausedPriorities.length === PRIORITIES.length;
  const failing = new Set(facts.failing);
  const allFailing = usable > 0 && facts.providers.every((id) => closed.has(id) || failing.has(id));
  // As the queue page counts: what is due, or only waits for a provider's pace, waits now, whatever its state.
  const [now, later] = [groups.filter(isNow), groups.filter((group) => !isNow(group))];
  const inState = (...states: string[]) => sumOf(later.filter(({ status }) => states.includes(status)));
  const [parked, retrying] = [inState('parked'), inState('retrying')];
  // Whatever its state: a time to send or to try again that has passed means that it waits for its turn.
  const overdue = groups.filter(({ due, priority }) => due && !pausedPriorities.includes(priority));
  const oldestWaitingSeconds = secondsSince(firstDueOf(overdue));
  const reasons: SystemStatus['reasons'] = [];
  if (facts.workers === 0) reasons.push('no_worker');
  if (facts.noSpace || facts.lack !== null) reasons.push('no_space');
  if (usable === 0) reasons.push('no_provider');
  if (allFailing) reasons.push('all_failing');
  if (facts.onlySandbox) reasons.push('only_sandbox');
  if (delivery.development.enabled) reasons.push('development');
  if (usable < facts.providers.length) reasons.push('misconfigured');
  if (pausedPriorities.length > 0) reasons.push(allPaused ? 'all_paused' : 'paused');
  if ((oldestWaitingSeconds ?? 0) > OLD_QUEUE_SECONDS) reasons.push('queue_old');
  if (parked > 0) reasons.push('parked');
  if (retrying > 0) reasons.push('retrying');
  const stopped = facts.workers === 0 || usable === 0 || allFailing || allPaused;
  return {
    flow: stopped ? 'stopped' : facts.onlySandbox ? 'sandbox' : reasons.length > 0 ? 'degraded' : 'flowing',
    reasons,
    waiting: sumOf(now),
    scheduled: inState('scheduled', 'queued'),
    retrying,
    parked,
    misconfigured: facts.misconfigured,
    failedToday: facts.failedToday,
    sentToday: facts.sentToday,
    everSent: facts.everSent,
    capturedToday: facts.capturedToday,
    oldestWaitingSeconds,
    alerts: facts.alerts,
  };
}

function isNow({ due, sending }: OpenGroup): boolean {
  return due || sending;
}

function secondsSince(at: Date | null): number | null {
  return at && Math.max(0, Math.round((Date.now() - at.getTime()) / 1000));
}
