import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { PRIORITIES, type Priority } from '@/lib/queue/priority';
import { currentSettings } from '@/lib/settings/current';
import { countOpen, firstDueOf, type OpenGroup, sumOf } from './counts';
import type { ParkedRow, QueueRow, QueueView } from './schema';

/** What waits, by priority; how fast it goes; and what is parked, by provider. */
export async function getQueue(ctx: Context): Promise<QueueView> {
  const [groups, perMinute, names, settings] = await Promise.all([
    countOpen(ctx),
    readSpeed(ctx),
    readNames(ctx),
    currentSettings(),
  ]);
  const { pausedPriorities } = settings.delivery.queue;
  const data = PRIORITIES.map((priority) => rowOf(priority, groups, pausedPriorities.includes(priority)));
  const moving = data.filter(({ paused }) => !paused);
  const left = moving.reduce((sum, { waiting, sending }) => sum + waiting + sending, 0);
  const later = groups.filter(({ status, due, sending }) => status !== 'parked' && !due && !sending);
  return {
    data,
    parked: parkedRows(groups, names),
    perMinute: Math.round(perMinute * 10) / 10,
    emptyInSeconds: left > 0 && perMinute > 0 ? Math.ceil((left / perMinute) * 60) : null,
    nextDueAt: firstDueOf(later)?.toISOString() ?? null,
  };
}

function rowOf(priority: Priority, groups: OpenGroup[], paused: boolean): QueueRow {
  const own = groups.filter((group) => group.priority === priority);
  const idle = own.filter(({ sending }) => !sending);
  const waiting = idle.filter(({ due }) => due);
  const later = idle.filter(({ due }) => !due);
  const inState = (state: string) => sumOf(later.filter(({ status }) => status === state));
  return {
    priority,
    paused,
    waiting: sumOf(waiting),
    sending: sumOf(own) - sumOf(idle),
    scheduled: inState('scheduled') + inState('queued'),
    retrying: inState('retrying'),
    parked: inState('parked'),
    oldestAt: firstDueOf(waiting)?.toISOString() ?? null,
  };
}

/** The most first. */
function parkedRows(groups: OpenGroup[], names: Map<string, string>): ParkedRow[] {
  const parked = groups.filter(({ status, due, sending }) => status === 'parked' && !due && !sending);
  const byProvider = Map.groupBy(parked, ({ providerId }) =>
    providerId && names.has(providerId) ? providerId : null,
  );
  return [...byProvider]
    .map(([id, own]) => ({
      provider: id ? { id, name: names.get(id)! } : null,
      count: sumOf(own),
      until: firstDueOf(own)?.toISOString() ?? null,
    }))
    .toSorted((a, b) => b.count - a.count);
}

/** Messages a minute: the present minute has just begun at times, so the one before it counts as well. */
async function readSpeed(ctx: Context): Promise<number> {
  const [row] = await sql()<{ perMinute: number }[]>`
    select coalesce(sum(messages_sent + messages_failed + messages_parked), 0)::float
      / extract(epoch from now() - date_trunc('minute', now()) + interval '1 minute')::float * 60 as "perMinute"
    from delivery_minutes where minute >= date_trunc('minute', now()) - interval '1 minute' and ${scopedSql(ctx)}`;
  return row?.perMinute ?? 0;
}

async function readNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await sql()<{ id: string; name: string }[]>`
    select id, name from providers where ${scopedSql(ctx, 'company_id', 'shared')}`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
