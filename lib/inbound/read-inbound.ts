import { inTurns } from '@/lib/async/in-turns';
import { sql } from '@/lib/database/db';
import { isConnectionError } from '@/lib/database/db-errors';
import { errorMessage } from '@/lib/errors';
import { dropInbound } from '@/lib/events/erase';
import { noteRead, type PendingInbound, pendingInbound } from '@/lib/events/pending-inbound';
import { log } from '@/lib/log';
import { type Applied, applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { cachedProviders } from '@/lib/providers/cache';
import { addJob } from '@/lib/queue/enqueue';
import { takeTemplateChanges } from '@/lib/whatsapp-templates/read';
import { toTold } from './to-told';

/** So many are read together; few that are large. */
const AT_ONCE = { rows: 200, bytes: 4 * 1024 * 1024 };
/** Events of one statement: each may wait for the rows of others. */
const APPLIED_AT_ONCE = 200;
/** So long an event may be ahead of what it is about: the result of a send is written after the provider has it. */
const PATIENCE_MS = 3 * 60_000;
const LOOK_AGAIN_S = 5;
/** For a provider whose settings or secrets cannot be read: somebody has to put them in order. */
const REPAIR_S = 60;
const CONFIRM_MS = 10_000;
/** So long it is asked again to be confirmed: Amazon's own words are good for three days. */
const CONFIRM_PATIENCE_MS = 60 * 60_000;

/** What became of one that came in: in how many seconds to look at it again, or why nothing came of it, if so. `drop`: it is not kept. */
type Outcome = { again: number } | { error: string | null; drop?: boolean };

/**
 * Reads what providers sent, oldest first, until nothing is left. An event may be read twice, and nothing comes of it.
 * @returns how many, and how many wait for a message that may yet come
 */
export async function readInbound(): Promise<{ read: number; waiting: number }> {
  let read = 0;
  const waits: number[] = [];
  for (let after: string | null = null; ; ) {
    const rows = await pendingInbound(after, AT_ONCE);
    const outcomes = await readTogether(rows);
    await noteRead(
      rows.flatMap(({ id }, n) => {
        const outcome = outcomes[n]!;
        return 'error' in outcome ? [{ id, error: outcome.error }] : [];
      }),
    );
    await dropInbound(rows.flatMap(({ id }, n) => ('drop' in outcomes[n]! && outcomes[n].drop ? id : [])));
    waits.push(...outcomes.flatMap((outcome) => ('again' in outcome ? outcome.again : [])));
    read += outcomes.filter((outcome) => 'error' in outcome).length;
    if (rows.length === 0) break;
    after = rows.at(-1)!.id;
  }
  if (waits.length > 0) await sql()`select ${addJob('read-inbound', Math.min(...waits))}`;
  return { read, waiting: waits.length };
}

/** In one statement what all of them tell; where that fails, each by itself: of all that may be wrong with one, none is a reason to keep the others. */
async function readTogether(rows: PendingInbound[]): Promise<Outcome[]> {
  const understood = await Promise.all(rows.map((row) => settled(() => understand(row))));
  const told = understood.flatMap((one) => (Array.isArray(one) ? one.flat() : []));
  try {
    const results = await applyAll(told);
    return rows.map((row, n) => outcomeOf(row, understood[n]!, results));
  } catch (error) {
    if (isConnectionError(error) || rows.length === 1) {
      const failed = await settled(() => Promise.reject(error));
      return rows.map((row) => outcomeOf(row, failed as Understood, new Map()));
    }
    const alone: Outcome[] = [];
    for (const row of rows) alone.push(...(await readTogether([row])));
    return alone;
  }
}

/** What each of its events says of which messages; or when to look again; or why it says nothing. */
type Understood = ToldEvent[][] | Outcome;

/** Without a database nobody goes on; anything else that may be wrong is an outcome. */
async function settled(run: () => Promise<Understood>): Promise<Understood> {
  try {
    return await run();
  } catch (error) {
    if (isConnectionError(error)) throw error;
    return { error: errorMessage(error).slice(0, 500) };
  }
}

async function understand(row: PendingInbound): Promise<Understood> {
  const provider = (await cachedProviders()).find(({ row: { id } }) => id === row.providerId);
  if (provider?.problem) return { again: REPAIR_S };
  const { events, plays, templates } = provider?.adapter ?? {};
  if (!provider || !(events || plays)) throw new Error('its provider is not here any more');
  if (events?.confirm) {
    const failed = await events.confirm(row, provider.config, AbortSignal.timeout(CONFIRM_MS)).then(
      () => null,
      // Of the network, whose codes may be those of a lost database.
      (error: unknown) => errorMessage(error),
    );
    if (failed && isYoung(row, CONFIRM_PATIENCE_MS)) return { again: REPAIR_S };
    if (failed) return { error: failed.slice(0, 500) };
  }
  // All of them are ready in one moment.
  await inTurns();
  const changes = templates?.changes?.(row, provider.config) ?? [];
  await takeTemplateChanges(provider, changes);
  const reported = plays?.(row) ?? events!.parse(row, provider.config);
  const by = { provider, played: plays !== undefined };
  const told = await Promise.all(reported.map((event) => toTold(row, event, by)));
  return told.filter((events) => events !== null);
}

function isYoung({ receivedAt }: PendingInbound, ms: number): boolean {
  return Date.now() - receivedAt.getTime() < ms;
}

async function applyAll(told: ToldEvent[]): Promise<Map<ToldEvent, Applied>> {
  const results = new Map<ToldEvent, Applied>();
  for (let at = 0; at < told.length; at += APPLIED_AT_ONCE) {
    const some = told.slice(at, at + APPLIED_AT_ONCE);
    const applied = await applyEvents(some);
    for (const [n, event] of some.entries()) results.set(event, applied[n]!);
  }
  return results;
}

function outcomeOf(row: PendingInbound, understood: Understood, results: Map<ToldEvent, Applied>): Outcome {
  const { providerId, id } = row;
  if (!Array.isArray(understood)) {
    if ('error' in understood)
      log.warn('an event could not be read', { providerId, id, error: understood.error });
    return understood;
  }
  const missing =
    understood.flat().filter((event) => results.get(event) === 'no_message').length +
    understood.filter((list) => list.length === 0).length;
  // Its words are about somebody who is not to be known any more.
  const drop = understood.flat().some((event) => results.get(event) === 'erased');
  if (missing === 0) return { error: null, drop };
  if (isYoung(row, PATIENCE_MS)) return { again: LOOK_AGAIN_S };
  if (drop) return { error: null, drop };
  return { error: `${missing} of its events are about no message that is here` };
}
