import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { sql } from '@/lib/database/db';
import { log } from '@/lib/log';
import {
  afterRefusal,
  type LearnedPace,
  NOTHING_LEARNED,
  pauseAfter,
  type Refusal,
} from '@/lib/routing/pace';

/** Times of this process' clock at which messages may go, one after the other. */
export type Slots = { times: number[] } | { laterMs: number };

/**
 * Takes the next `count` slots of a provider's pace, spread inside the second, for all workers in one row (GCRA without a burst).
 * `laterMs` instead where the first would come later than `withinMs` from now.
 */
export async function takeSlots(
  providerId: string,
  { count, perSecond, withinMs }: { count: number; perSecond: number; withinMs: number },
): Promise<Slots> {
  const stepMs = 1000 / perSecond;
  const length = sql()`make_interval(secs => ${(count * stepMs) / 1000})`;
  const askedAt = Date.now();
  const [row] = await sql()<{ first: number; now: number }[]>`
    insert into provider_pace as p (provider_id, next_at)
    select ${providerId}, clock_timestamp() + ${length} where exists (select from providers where id = ${providerId})
    on conflict (provider_id) do update
      set next_at = greatest(p.next_at, clock_timestamp(), p.paused_until) + ${length}
      where greatest(p.next_at, clock_timestamp(), p.paused_until) <= clock_timestamp() + make_interval(secs => ${withinMs / 1000})
    returning extract(epoch from next_at - ${length})::float8 * 1000 as first, extract(epoch from clock_timestamp())::float8 * 1000 as now`;
  if (!row) return { laterMs: await untilNextSlot(providerId) };
  const first = row.first + differenceOfClocks(askedAt, row.now, Date.now());
  return { times: Array.from({ length: count }, (_, index) => first + index * stepMs) };
}

/**
 * What to add to PostgreSQL's time for that of this process. The answer was on its way for a while, so it is known within bounds only: none,
 * where that can be, for clocks are set right as a rule, and slots of several slices and workers must not slide into each other.
 */
function differenceOfClocks(askedAt: number, theirs: number, answeredAt: number): number {
  return Math.min(Math.max(0, askedAt - theirs), answeredAt - theirs + 1);
}

async function untilNextSlot(providerId: string): Promise<number> {
  const [row] = await sql()<{ inMs: number }[]>`
    select extract(epoch from greatest(next_at, paused_until) - clock_timestamp())::float8 * 1000 as "inMs"
    from provider_pace where provider_id = ${providerId}`;
  return Math.max(0, row?.inMs ?? 0);
}

/** `tookMs`: how long ago the refused message had gone when it was refused. */
export type Seen = Omit<Refusal, 'kind' | 'begunAt'> & { tookMs: number };

/**
 * Remembers for all workers that a provider was asked too fast. That is neither an illness nor a limit used up: it is asked more slowly.
 * @returns how long it is left alone, in milliseconds
 */
export async function noteThrottled(
  providerId: string,
  { pace = 'rate', retryAfterMs, reply }: StoredOutcome,
  { tookMs, ...seen }: Seen,
): Promise<number> {
  const heardAt = performance.now();
  for (;;) {
    const stored = await readPace(providerId);
    const now = new Date(stored.nowMs);
    // Whoever has to ask again, as others were told the same meanwhile, began no later for that.
    const begunMs = stored.nowMs - tookMs - (performance.now() - heardAt);
    // Who begins in a pause does not know of it yet, and is told nothing new.
    const isNews = begunMs > (stored.pausedMs ?? 0);
    const learned = isNews
      ? afterRefusal(stored, { kind: pace, begunAt: new Date(begunMs), ...seen }, now)
      : stored;
    const pausedMs = pauseAfter(learned.refusals, retryAfterMs);
    if (await writePace(providerId, { stored, learned, pausedMs, reply })) {
      log.info('a provider was asked too fast', { providerId, reply, perSecond: learned.rate, pausedMs });
      return pausedMs;
    }
  }
}

type Stored = LearnedPace & { nowMs: number; pausedMs: number | null; version: string | null };

async function readPace(providerId: string): Promise<Stored> {
  const [row] = await sql()<Stored[]>`
    select p.rate, p.ceiling, p.connections, p.changed_at as "changedAt", coalesce(p.refusals, 0) as refusals,
      p.changed_at::text as version, extract(epoch from p.paused_until)::float8 * 1000 as "pausedMs",
      extract(epoch from clock_timestamp())::float8 * 1000 as "nowMs"
    from (select) one left join provider_pace p on p.provider_id = ${providerId}`;
  return row ?? { ...NOTHING_LEARNED, nowMs: Date.now(), pausedMs: null, version: null };
}

type Change = { stored: Stored; learned: LearnedPace; pausedMs: number; reply?: string };

/** False: another worker was told the same a moment before. */
async function writePace(providerId: string, { stored, learned, pausedMs, reply }: Change): Promise<boolean> {
  const { rate, ceiling, connections, changedAt, refusals } = learned;
  const pausedUntil = sql()`clock_timestamp() + make_interval(secs => ${pausedMs / 1000})`;
  const rows = await sql()`
    insert into provider_pace as p (provider_id, paused_until, rate, ceiling, connections, changed_at, refusals, reply)
    select ${providerId}, ${pausedUntil}, ${rate}, ${ceiling}, ${connections}, ${changedAt}, ${refusals}, ${reply?.slice(0, 300) ?? null}
    where exists (select from providers where id = ${providerId})
    on conflict (provider_id) do update
      set paused_until = greatest(p.paused_until, excluded.paused_until), rate = excluded.rate, ceiling = excluded.ceiling,
          connections = excluded.connections, changed_at = excluded.changed_at, refusals = excluded.refusals, reply = excluded.reply
      where p.changed_at::text is not distinct from ${stored.version}
    returning p.provider_id`;
  return rows.length > 0 || !(await isThere(providerId));
}

async function isThere(providerId: string): Promise<boolean> {
  return (await sql()`select from providers where id = ${providerId}`).length > 0;
}

/** It takes messages again: the next refusal is the first one. */
export async function noteTaken(providerId: string): Promise<void> {
  await sql()`update provider_pace set refusals = 0 where provider_id = ${providerId} and refusals > 0 and paused_until < now()`;
}
