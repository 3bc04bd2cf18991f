import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { System } from '@/lib/testing/system';
import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { MailServer } from '../mail/server';
import { findPid, signalProcess } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, receipts } from '../setup';
import { sleep, until } from '../waiting';

const MESSAGES = 1_500;
const AFTERWARDS = 100;
/** Longer than a worker may be silent (30 s) before another one takes its work over. */
const STALL_MS = 50_000;
const REST_MS = 90_000;

/** A worker that stops moving, as on an overcommitted machine, is given up for dead by another one, and then goes on where it was. */
export const stall: Scenario = { name: 'stall', timeLimitSeconds: { full: 240 }, run };

async function run(run: Run): Promise<Report> {
  const { system, client, random, signal, progress } = run;
  const think = random('think');
  const server = await MailServer.start('stall', { thinkMs: () => think.between(20, 100) });
  await addProvider(client, server, { pool: { maxConnections: 10 } });
  const second = startWorker(system);
  try {
    await until(async () => (await countWorkers(run)) === 2, { limitMs: 30_000, signal });
    const ids = await client.postBatches(receipts('stall', MESSAGES), 'stall', signal);
    await until(() => server.ledger.size > MESSAGES / 5, { limitMs: 30_000, everyMs: 2, signal });
    const stalled = signalProcess(system, 'worker', 'SIGSTOP');
    const held = await heldBy(run, stalled);
    progress(
      `stalled after ${server.ledger.size} messages, with ${held.length} claimed and ${held.filter(({ begun }) => begun).length} in flight`,
    );
    const stalledAt = Date.now();
    const restMs = await waitForRest(run, ids, STALL_MS - 5_000);
    await sleep(stalledAt + STALL_MS - Date.now());
    process.kill(stalled, 'SIGCONT');
    const later = await client.postBatches(receipts('stall-after', AFTERWARDS), 'stall-after', signal);
    const all = [...ids, ...later];
    const afterMs = await waitForRest(run, all, REST_MS);
    signal.throwIfAborted();

    const checks = new Checks();
    const inFlight = new Set(held.filter(({ begun }) => begun).map(({ id }) => id));
    checks.that('the worker held messages when it stalled', inFlight.size > 0, held.length);
    checks.that(
      'all delivered by the other one while it stood still',
      restMs !== null,
      restMs && restMs / 1000,
    );
    checks.that('all at rest after it went on', afterMs !== null, afterMs && afterMs / 1000);
    await checkNothingLost(run, checks, all, server.ledger);
    checks.none(
      'copies too many of messages not in flight, or more than one',
      server.ledger.repeated().filter(({ id, copies }) => copies > 2 || !inFlight.has(id)),
    );
    checks.that('the stalled worker was not restarted', findPid(system, 'worker') === stalled, stalled);
    checks.equal('workers alive', await countWorkers(run), 2);
    await checkConsistency(run, checks);
    const duplicates = server.ledger.total - server.ledger.size;
    return {
      done: `one of two workers stopped for ${STALL_MS / 1000} s in the middle of ${MESSAGES} sends, then continued`,
      figures: {
        messages: all.length,
        held: held.length,
        inFlight: inFlight.size,
        duplicates,
        takenOverMs: restMs,
      },
      checks: checks.list,
    };
  } finally {
    server.down();
    await end(second);
  }
}

/** Another worker of the same database, as on a second machine. */
function startWorker({ dataDir }: System): ChildProcess {
  return spawn(process.execPath, ['scripts/run.mjs', 'jobs/worker.ts'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      RELEVO_DATA_DIR: dataDir,
      RELEVO_LOG_LEVEL: 'error',
    },
    stdio: 'ignore',
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function countWorkers({ sql }: Run): Promise<number> {
  const [row] = await sql()<{ workers: number }[]>`
    select count(*)::int as workers from workers where beat_at > now() - interval '20 seconds'`;
  return row?.workers ?? 0;
}

/** `begun`: its send may be under way at the moment, so a second copy is possible. */
async function heldBy({ sql }: Run, pid: number): Promise<{ id: string; begun: boolean }[]> {
  return sql()<{ id: string; begun: boolean }[]>`
    select m.id, exists (select from attempts a where a.message_id = m.id and a.claim_no = m.claim_no and a.finished_at is null) as begun
    from messages m where m.claimed_by in (select id from workers where pid = ${pid})`;
}
