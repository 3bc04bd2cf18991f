import { countOpen, firstDueOf, type OpenGroup, sumOf } from '@/lib/backlog/counts';
import { scopedSql } from '@/lib/companies/scoped';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
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
  onlySandbox: boolean;
  sentToday: number;
  capturedToday: number;
  failedToday: number;
};
type Facts = Stored & { workers: number; misconfigured: SystemStatus['misconfigured'] };

/**
 * The status strip: is mail flowing, and if not, why. What was done today comes from the figures, what waits from the index of
 * states that are not at rest: neither grows with what was sent.
 */
export async function getStatus(ctx: Context): Promise<SystemStatus> {
  const settings = await currentSettings();
  const today = windowAt('day', new Date(), (await settingsFor(ctx.companyId)).timeZone).startsAt;
  const [groups, [stored], workers, misconfigured] = await Promise.all([
    countOpen(ctx),
    readStored(ctx, today),
    countLivingWorkers(),
    listMisconfigured(ctx),
  ]);
  return judge(groups, { ...stored!, workers, misconfigured }, settings);
}

/** Where there are providers that send, sandboxes are no way out. */
function readStored(ctx: Context, today: Date) {
  const kinds = keepingKinds();
  const visible = scopedSql(ctx, 'company_id', 'shared');
  const hasReal = sql()`exists (select from providers where not kind = any(${kinds}) and ${visible})`;
  return sql()<Stored[]>`
    select coalesce(sum(messages_sent), 0)::float8 as "sentToday", coalesce(sum(messages_captured), 0)::float8 as "capturedToday",
      coalesce(sum(messages_failed), 0)::float8 as "failedToday",
      array(
        select id from providers
        where active and ${visible} and (not ${hasReal} or not kind = any(${kinds}))) as providers,
      not ${hasReal} and exists (select from providers where active and ${visible}) as "onlySandbox"
    from ${deliveryFigures({ from: today, hoursFrom: today })} figures where ${scopedSql(ctx)}`;
}

function judge(groups: OpenGroup[], facts: Facts, { delivery }: Settings): SystemStatus {
  const { pausedPriorities } = delivery.queue;
  const closed = new Set(facts.misconfigured.map(({ id }) => id));
  const usable = facts.providers.filter((id) => !closed.has(id)).length;
  // As the queue page counts: what is due, or only waits for a provider's pace, waits now, whatever its state.
  const [now, later] = [groups.filter(isNow), groups.filter((group) => !isNow(group))];
  const inState = (...states: string[]) => sumOf(later.filter(({ status }) => states.includes(status)));
  const [parked, retrying] = [inState('parked'), inState('retrying')];
  // Whatever its state: a time to send or to try again that has passed means that it waits for its turn.
  const overdue = groups.filter(({ due, priority }) => due && !pausedPriorities.includes(priority));
  const oldestWaitingSeconds = secondsSince(firstDueOf(overdue));
  const reasons: SystemStatus['reasons'] = [];
  if (facts.workers === 0) reasons.push('no_worker');
  if (usable === 0) reasons.push('no_provider');
  if (facts.onlySandbox) reasons.push('only_sandbox');
  if (usable < facts.providers.length) reasons.push('misconfigured');
  if (pausedPriorities.length > 0) reasons.push('paused');
  if ((oldestWaitingSeconds ?? 0) > OLD_QUEUE_SECONDS) reasons.push('queue_old');
  if (parked > 0) reasons.push('parked');
  if (retrying > 0) reasons.push('retrying');
  const stopped = facts.workers === 0 || usable === 0 || pausedPriorities.length === PRIORITIES.length;
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
    capturedToday: facts.capturedToday,
    oldestWaitingSeconds,
  };
}

function isNow({ due, sending }: OpenGroup): boolean {
  return due || sending;
}

function secondsSince(at: Date | null): number | null {
  return at && Math.max(0, Math.round((Date.now() - at.getTime()) / 1000));
}
