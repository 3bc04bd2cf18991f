import type { alertRules } from '@/drizzle/schema/alerts';
import { fromMicros } from '@/lib/money';
import type { ProviderStanding } from '@/lib/statistics/schema';
import type { Facts } from './facts';
import { ALERT_KINDS, type AlertKind } from './kinds';

export type RuleRow = typeof alertRules.$inferSelect;
/** `subject`: which of several; its name and the other values are what the sentence says. */
export type Finding = { subject: string; values: Record<string, string | number> };

type Rule = Pick<RuleRow, 'companyId' | 'threshold' | 'windowMinutes' | 'minSample'>;
type Measure = (rule: Required<Numbers> & Rule, facts: Facts) => Promise<Finding[]>;
type Numbers = { threshold: number; windowMinutes: number; minSample: number };

/** What a rule finds at this moment. */
export async function measure(rule: RuleRow, facts: Facts): Promise<Finding[]> {
  const kind = rule.kind as AlertKind;
  const usual = ALERT_KINDS[kind];
  return (
    MEASURES[kind]?.(
      {
        ...rule,
        threshold: rule.threshold ?? usual.threshold ?? 0,
        windowMinutes: rule.windowMinutes ?? usual.windowMinutes ?? 60,
        minSample: rule.minSample ?? usual.minSample ?? 1,
      },
      facts,
    ) ?? []
  );
}

const MEASURES: Record<AlertKind, Measure> = {
  failure_rate: async (rule, facts) => {
    const { sent, failed } = await facts.counted(rule.companyId, rule.windowMinutes);
    return share(rule, failed, sent + failed);
  },
  bounce_rate: async (rule, facts) => {
    const { sent, failed, bounced } = await facts.counted(rule.companyId, rule.windowMinutes);
    return share(rule, bounced, sent + failed);
  },
  complaint_rate: async (rule, facts) => {
    const { sent, complained } = await facts.counted(rule.companyId, rule.windowMinutes);
    return share(rule, complained, sent);
  },
  queue_age: async ({ companyId, threshold }, facts) => {
    const { status } = await facts.statistics(companyId);
    const minutes = Math.floor((status.oldestWaitingSeconds ?? 0) / 60);
    return minutes > threshold ? [{ subject: '', values: { minutes, threshold } }] : [];
  },
  parked: async ({ companyId, threshold }, facts) => {
    const { parked: count } = (await facts.statistics(companyId)).status;
    return count > threshold ? [{ subject: '', values: { count, threshold } }] : [];
  },
  provider_down: async ({ companyId }, facts) => {
    const { providers } = await facts.statistics(companyId);
    return providers.filter(isDown).map(({ id, name, health }) => {
      const { consecutiveFailures: failures, problem } = health;
      const why = problem && { problem: problem.reason, detail: problem.detail };
      return { subject: id, values: { id, name, failures, ...why } };
    });
  },
  provider_flapping: async ({ companyId, threshold, windowMinutes }, facts) => {
    const found = await facts.flapping(companyId, windowMinutes);
    return found
      .filter(({ count }) => count >= threshold)
      .map(({ id, name, count }) => ({ subject: id, values: { id, name, count, minutes: windowMinutes } }));
  },
  limit_forecast: async ({ companyId }, facts) => {
    const { attention } = await facts.statistics(companyId);
    return attention.flatMap((entry) =>
      entry.type === 'limit_near' || entry.type === 'limit_used'
        ? [
            {
              subject: `${entry.provider.id} ${entry.use.unit}`,
              values: { ...entry.provider, used: entry.use.used, limit: entry.use.limit },
            },
          ]
        : [],
    );
  },
  budget_forecast: async ({ companyId }, facts) => {
    const { attention, currency } = await facts.statistics(companyId);
    return attention.flatMap((entry) =>
      entry.type === 'budget_near' || entry.type === 'budget_used'
        ? [
            {
              subject: entry.provider.id,
              values: {
                ...entry.provider,
                used: `${entry.use.used} ${currency}`,
                monthly: `${entry.use.monthly} ${currency}`,
              },
            },
          ]
        : [],
    );
  },
  events_silent: async ({ companyId, windowMinutes, minSample }, facts) =>
    (await facts.silent(companyId, windowMinutes, minSample)).map(({ id, name, count }) => {
      return { subject: id, values: { id, name, count, hours: Math.round(windowMinutes / 60) } };
    }),
  webhook_stopped: async ({ companyId }, facts) =>
    (await facts.webhooks(companyId)).map(({ id, name }) => ({ subject: id, values: { id, name } })),
  source_failing: async ({ companyId, threshold }, facts) =>
    (await facts.failingSources(companyId, threshold)).map(({ id, name, count }) => {
      return { subject: id, values: { id, name, count } };
    }),
  token_ending: async ({ companyId, threshold }, facts) => {
    const until = facts.now.getTime() + threshold * 86_400_000;
    const { ending } = await facts.tokens(companyId);
    return ending
      .filter(({ endsAt }) => endsAt.getTime() <= until)
      .map(({ id, name, endsAt }) => ({
        subject: id,
        values: { id, name, days: daysUntil(endsAt, facts.now) },
      }));
  },
  no_worker: async ({ threshold }, facts) => {
    const count = await facts.workers();
    return count < threshold ? [{ subject: '', values: { count, threshold } }] : [];
  },
  domain_broken: async ({ companyId }, facts) =>
    (await facts.brokenDomains())
      .filter((domain) => companyId === null || domain.companyId === null || domain.companyId === companyId)
      .map(({ id, shownName, records }) => ({
        subject: id,
        values: { id, name: shownName, count: records.length },
      })),
  disk_low: async ({ threshold }, facts) => {
    const [room, lack] = [await facts.disk(), await facts.shortage()];
    // Another alert than that it is nearly full: whoever was told of that is told of this.
    const stopped = lack ? [{ subject: 'stopped', values: { stopped: lack, threshold } }] : [];
    if (!room) return stopped;
    const percent = (room.freeBytes / room.totalBytes) * 100;
    if (percent >= threshold && room.freeBytes >= LEAST_FREE_BYTES) return stopped;
    const gigabytes = Math.round(room.freeBytes / 1e8) / 10;
    const values = { percent: Math.round(percent * 10) / 10, gigabytes, threshold };
    return [{ subject: '', values }, ...stopped];
  },
  certificate_ending: async ({ companyId, threshold }, facts) => {
    const until = facts.now.getTime() + threshold * 86_400_000;
    return (await facts.certificates(companyId))
      .filter(({ endsAt }) => endsAt.getTime() <= until)
      .map(({ id, name, endsAt }) => ({
        subject: id,
        values: {
          id,
          name,
          days: Math.max(0, Math.ceil((endsAt.getTime() - facts.now.getTime()) / 86_400_000)),
        },
      }));
  },
  ai_budget: async ({ companyId, threshold }, facts) =>
    (await facts.aiBudgets(companyId))
      .filter(({ usedMicros, monthlyMicros }) => usedMicros * 100 >= monthlyMicros * threshold)
      .map(({ id, name, usedMicros, monthlyMicros }) => ({
        subject: id,
        values: {
          ...{ id, name: name ?? '', of: name === null ? 'all' : 'one' },
          used: `${fromMicros(usedMicros)} USD`,
          monthly: `${fromMicros(monthlyMicros)} USD`,
        },
      })),
};

/** PostgreSQL stops when its disk is full, and does not start again without room. */
const LEAST_FREE_BYTES = 1e9;

/** In percent, and only of enough of them. */
function share({ threshold, minSample, windowMinutes }: Numbers, part: number, whole: number): Finding[] {
  if (whole < minSample || whole === 0) return [];
  const percent = Math.round((part / whole) * 10_000) / 100;
  if (!((part / whole) * 100 > threshold)) return [];
  return [{ subject: '', values: { percent, part, whole, threshold, minutes: windowMinutes } }];
}

function isDown({ active, health }: ProviderStanding): boolean {
  return active && (health.problem !== null || health.breaker !== 'closed' || health.state === 'unhealthy');
}

function daysUntil(end: Date, now: Date): number {
  return Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 86_400_000));
}
