import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { healWeight } from '@/lib/routing/healing';
import { currentSettings } from '@/lib/settings/current';
import type { DeliverySettings } from '@/lib/settings/schema';

/** What counts as "the last messages" when slowness is judged. */
const SLOW_WINDOW_MINUTES = 15;

type Row = {
  id: string;
  channel: string;
  now: Date;
  percent: number;
  changedAt: Date | null;
  /** As stored, to find out whether somebody else has changed it meanwhile. */
  version: string | null;
  raised: boolean;
  errors: number;
  attempts: number;
  slow: number;
};

/**
 * Once a minute: takes weight from providers in trouble and gives it back in quiet, each change with its reason and figures. `at`: the moment
 * to judge, by default the database's own. @returns how many changes
 */
export async function healWeights(at: Date | null = null): Promise<number> {
  const { healing, breaker } = (await currentSettings()).delivery;
  const rows = await readFacts(at);
  let changed = 0;
  for (const row of rows) {
    const slowShare = slowShareOf(row, breaker.minSample);
    const peers = rows.filter(({ channel }) => channel === row.channel);
    const next = healWeight(
      {
        percent: row.percent,
        lastChange: row.changedAt && { at: row.changedAt, raised: row.raised },
        errorsLastMinute: row.errors,
        slowShare,
        allSlow: peers.every((peer) => isSlow(slowShareOf(peer, breaker.minSample), healing)),
      },
      healing,
      row.now,
    );
    if (next && (await change(row, next, { errors: row.errors, slowShare }, at))) changed++;
  }
  return changed;
}

/**
 * The minute before this one is complete. Times are cut to the minute: the clock strikes now and then a little early, and a step that may
 * be taken once a minute must not be put off by another minute for that.
 */
function readFacts(at: Date | null): Promise<Row[]> {
  const thisMinute = sql()`date_trunc('minute', coalesce(${at}::timestamptz, now()))`;
  return sql()<Row[]>`
    select p.id, p.channel, ${thisMinute} as now, h.weight_percent as percent, h.weight_changed_at::text as version,
      date_trunc('minute', h.weight_changed_at) as "changedAt", coalesce(last.raised, false) as raised, f.errors, f.attempts, f.slow
    from providers p
    join provider_health h on h.provider_id = p.id,
    lateral (
      select coalesce(sum(attempts_faulty) filter (where minute >= ${thisMinute} - interval '1 minute'
          and minute < ${thisMinute}), 0)::int as errors,
        coalesce(sum(attempts_sent + attempts_captured + attempts_failed), 0)::int as attempts, coalesce(sum(attempts_slow), 0)::int as slow
      from delivery_minutes m
      where m.provider_id = p.id and m.minute >= ${thisMinute} - make_interval(mins => ${SLOW_WINDOW_MINUTES})
    ) f
    left join lateral (
      select (detail->>'to')::int > (detail->>'from')::int as raised
      from provider_changes where provider_id = p.id and type = 'weight' order by id desc limit 1
    ) last on true
    where p.active
    order by p.id`;
}

/** Null: too few to tell. */
function slowShareOf({ attempts, slow }: Row, minSample: number): number | null {
  return attempts >= minSample ? slow / attempts : null;
}

function isSlow(share: number | null, { slowPercent }: DeliverySettings['healing']): boolean {
  return share !== null && share * 100 >= slowPercent;
}

type Next = NonNullable<ReturnType<typeof healWeight>>;
type Figures = { errors: number; slowShare: number | null };

/** Compare and set: another worker that looked at the same minute, or a person who undoes a change, wins only once. */
async function change(
  row: Row,
  { percent, reason }: Next,
  figures: Figures,
  at: Date | null,
): Promise<boolean> {
  const detail = { from: row.percent, to: percent, reason, figures };
  const { count } = await sql()`
    with healed as (
      update provider_health set weight_percent = ${percent}, weight_changed_at = coalesce(${at}::timestamptz, now())
      where provider_id = ${row.id} and weight_percent = ${row.percent}
        and weight_changed_at is not distinct from ${row.version}::timestamptz
      returning provider_id
    )
    insert into provider_changes (id, provider_id, type, detail, actor)
    select ${newId()}::uuid, provider_id, 'weight', ${sql().json(detail)}, 'system' from healed`;
  if (count === 1) log.info('weight of a provider changed', { providerId: row.id, ...detail });
  return count === 1;
}
