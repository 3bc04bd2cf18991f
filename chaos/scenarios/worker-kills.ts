import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { MailServer } from '../mail/server';
import { signalProcess, waitForSuccessor } from '../processes';
import type { Random } from '../random';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, receipts } from '../setup';
import { sleep, until } from '../waiting';

const SIZES = { full: { messages: 10_000, kills: 50 }, short: { messages: 600, kills: 3 } };
const DELIVERED_WITHIN_MS = 120_000;
/** A share of the kills hits a worker that is only starting, or cleans up after the one before. */
const DURING_START = 0.2;
const START_MS = 1500;

/** `kill -9` of the worker, again and again, in the middle of its sends. */
export const workerKills: Scenario = {
  name: 'worker-kills',
  timeLimitSeconds: { full: 900, short: 200 },
  run,
};

async function run(run: Run): Promise<Report> {
  const { client, random, short, signal } = run;
  const think = random('think');
  const { messages, kills } = SIZES[short ? 'short' : 'full'];
  const server = await MailServer.start('worker-kills', { thinkMs: () => think.between(2, 10) });
  await addProvider(client, server, { pool: { maxConnections: 10 } });

  const posting = client.postBatches(receipts('worker-kills', messages), 'worker-kills', signal);
  const inFlight = await killRepeatedly(run, server, killPoints(random('points'), messages, kills));
  const ids = await posting;
  const restMs = await waitForRest(run, ids, DELIVERED_WITHIN_MS);
  signal.throwIfAborted();

  const checks = new Checks();
  checks.that('all delivered within 120 s of the last kill', restMs !== null, restMs && restMs / 1000);
  await checkNothingLost(run, checks, ids, server.ledger);
  const repeated = server.ledger.repeated();
  const duplicates = server.ledger.total - server.ledger.size;
  const atStake = sum(inFlight.values());
  checks.atMost('copies too many, of those in flight at the kills', duplicates, atStake);
  checks.none(
    'messages repeated more often than a kill interrupted them',
    repeated.filter(({ id, copies }) => copies - 1 > (inFlight.get(id) ?? 0)),
  );
  await checkConsistency(run, checks);
  server.down();
  return {
    done: `${kills} × kill -9 of the worker during ${messages} sends over 10 connections`,
    figures: { messages, kills, inFlightAtKills: atStake, duplicates, deliveredAfterLastKillMs: restMs },
    checks: checks.list,
  };
}

/** Numbers of delivered messages at which to kill, all over the run; the last message must be left to send. */
function killPoints(random: Random, messages: number, kills: number): number[] {
  const points = Array.from({ length: kills }, () => random.between(1, Math.floor(messages * 0.95)));
  return points.sort((a, b) => a - b);
}

/** @returns of each message whose send was under way at a kill, how often: so many copies too many are possible. */
async function killRepeatedly(run: Run, server: MailServer, points: number[]): Promise<Map<string, number>> {
  const { system, signal, progress } = run;
  const random = run.random('kills');
  const inFlight = new Map<string, number>();
  for (const [index, point] of points.entries()) {
    if (index > 0 && random.chance(DURING_START)) await sleep(random.between(0, START_MS));
    else await until(() => server.ledger.size >= point, { limitMs: 120_000, everyMs: 2, signal });
    const pid = signalProcess(system, 'worker', 'SIGKILL');
    const rows = await findInFlight(run, pid);
    for (const { id } of rows) inFlight.set(id, (inFlight.get(id) ?? 0) + 1);
    progress(
      `kill ${index + 1} of ${points.length} after ${server.ledger.size} messages, ${rows.length} in flight`,
    );
    await waitForSuccessor(system, 'worker', pid);
  }
  return inFlight;
}

/** Begun by that process and not known to have ended. What it had only claimed, or an earlier one had begun, it did not send. */
export function findInFlight({ sql }: Run, pid: number): Promise<{ id: string }[]> {
  return sql()<{ id: string }[]>`
    select m.id from attempts a join messages m on m.id = a.message_id and m.claim_no = a.claim_no
    where a.finished_at is null and m.claimed_by in (select id from workers where pid = ${pid})`;
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((total, number) => total + number, 0);
}
