import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { fromMicros } from '@/lib/money';
import { DRILL_TAG } from '@/lib/outages/modes';
import { isSandbox } from '@/lib/outages/play';
import { listChanges } from '@/lib/providers/health/changes';
import type { DrillReport } from './schema';
import { ofDrill } from './test-messages';
import type { DrillRecord } from './view';

/** Messages accepted earlier and tried again during the drill belong to it as well, unless they are older. */
const BEFORE_MS = 60 * 60_000;
/** What happened at the provider later has other reasons. */
const AFTER_MS = 60 * 60_000;
const CHANGES = 100;
/** It took the message, be it a sandbox. */
const TAKEN = `'$[*] ? (@.outcome == "accepted" || @.outcome == "captured")'`;

type Totals = { attempts: number; touched: number; extraCostMicros: number } & DrillReport['outcome'];

/** Reads what deliveries have left behind; nothing is kept for it. */
export async function reportDrill(ctx: Context, record: DrillRecord): Promise<DrillReport> {
  const [totals, failovers, tests, changes, recoveredAt] = await Promise.all([
    countTouched(ctx, record),
    listFailovers(ctx, record),
    countTests(ctx, record),
    changesSince(ctx, record),
    findRecovery(record),
  ]);
  const { attempts, touched, extraCostMicros, ...outcome } = totals;
  return {
    attempts,
    touched,
    outcome,
    failovers,
    extraCost: fromMicros(extraCostMicros),
    tests,
    changes,
    recoveredAt: recoveredAt?.toISOString() ?? null,
    recoveryMs: recoveredAt && Math.max(0, recoveredAt.getTime() - endOf(record).getTime()),
  };
}

function endOf({ drill }: DrillRecord): Date {
  return drill.endedAt ?? drill.endsAt;
}

/** One row for each message that an attempt at the played provider belongs to. */
function touchedMessages(ctx: Context, record: DrillRecord) {
  const { drill, provider } = record;
  return sql()`
    touched as materialized (
      select a.message_id, count(*)::int as attempts
      from attempts a
      where a.message_id between ${idFloor(new Date(drill.startedAt.getTime() - BEFORE_MS))} and ${idFloor(endOf(record))}
        and a.provider_id = ${provider.id} and a.started_at between ${drill.startedAt} and ${endOf(record)}
        and (${isSandbox(provider)} or exists (select from messages m where m.id = a.message_id and m.tags @> ${[DRILL_TAG]}))
        and ${ctx.companyId === null ? sql()`true` : sql()`exists (select from messages m where m.id = a.message_id and ${scopedSql(ctx)})`}
      group by a.message_id
    )`;
}

async function countTouched(ctx: Context, record: DrillRecord): Promise<Totals> {
  const { provider } = record;
  const [row] = await sql()<[Totals]>`
    with ${touchedMessages(ctx, record)},
    cost as (select cost_micros from providers where id = ${provider.id})
    select coalesce(sum(t.attempts), 0)::int as attempts, count(*)::int as touched,
      count(*) filter (where sent and winner.provider_id <> ${provider.id})::int as "sentByOthers",
      count(*) filter (where sent and winner.provider_id = ${provider.id})::int as "sentByItself",
      count(*) filter (where captured and winner.provider_id <> ${provider.id})::int as "capturedByOthers",
      count(*) filter (where captured and winner.provider_id = ${provider.id})::int as "capturedByItself",
      count(*) filter (where m.status in ('scheduled', 'queued', 'retrying'))::int as waiting,
      count(*) filter (where m.status in ('parked', 'uncertain'))::int as parked,
      count(*) filter (where m.status in ('failed', 'bounced'))::int as failed,
      count(*) filter (where m.status = 'canceled')::int as canceled,
      coalesce(sum(winner.cost_micros - winner.accepted * (select cost_micros from cost))
        filter (where sent and winner.provider_id <> ${provider.id}), 0)::float8 as "extraCostMicros"
    from touched t
    join messages m on m.id = t.message_id
    left join lateral (
      select provider_id, cost_micros,
        jsonb_array_length(jsonb_path_query_array(outcomes, '$[*] ? (@.outcome == "accepted")')) as accepted
      from attempts a
      where a.message_id = t.message_id and a.outcomes @? ${sql().unsafe(TAKEN)} order by a.id desc limit 1
    ) winner on true,
    lateral (select m.status in ('sent', 'delivered') as sent, m.status = 'captured' as captured) s`;
  return row;
}

async function listFailovers(ctx: Context, record: DrillRecord): Promise<DrillReport['failovers']> {
  return sql()<DrillReport['failovers']>`
    with ${touchedMessages(ctx, record)}
    select e.detail->>'to' as "to", count(distinct e.message_id)::int as messages
    from touched t join events e on e.message_id = t.message_id
    where e.type = 'failover' and e.detail->>'from' = ${record.provider.name} and e.at >= ${record.drill.startedAt}
    group by 1 order by 2 desc, 1`;
}

async function countTests(ctx: Context, { drill, provider }: DrillRecord): Promise<DrillReport['tests']> {
  const [row] = await sql()<[DrillReport['tests']]>`
    select count(*)::int as accepted, count(*) filter (where sent)::int as sent, count(*) filter (where captured)::int as captured,
      count(*) filter (where (sent or captured) and not exists (
        select from attempts a where a.message_id = tests.id and a.provider_id = ${provider.id}))::int as around
    from (
      select id, status in ('sent', 'delivered') as sent, status = 'captured' as captured from messages
      where ${ofDrill(drill.id, drill.startedAt)} and ${scopedSql(ctx)}
    ) tests`;
  return row;
}

async function changesSince(ctx: Context, record: DrillRecord): Promise<DrillReport['changes']> {
  const { data } = await listChanges(ctx, { id: record.provider.id, limit: CHANGES });
  const [from, to] = [record.drill.startedAt, new Date(endOf(record).getTime() + AFTER_MS)];
  return data.filter(({ at }) => new Date(at) >= from && new Date(at) <= to).toReversed();
}

/** The first sign of life after the end: a message that it took, or its breaker that closed. */
async function findRecovery(record: DrillRecord): Promise<Date | null> {
  const { drill, provider } = record;
  const end = endOf(record);
  const until = new Date(end.getTime() + AFTER_MS);
  const [row] = await sql()<[{ at: Date | null }]>`
    select least(
      (select min(a.finished_at) from attempts a
        where a.message_id between ${idFloor(drill.startedAt)} and ${idFloor(until)} and a.provider_id = ${provider.id}
          and a.started_at between ${end} and ${until} and a.outcomes @? ${sql().unsafe(TAKEN)}),
      (select min(c.at) from provider_changes c
        where c.provider_id = ${provider.id} and c.type = 'breaker_closed' and c.at between ${end} and ${until})) as at`;
  return row.at;
}
