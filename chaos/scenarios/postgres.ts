import { isAlive } from '@/lib/process/processes';
import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { HARNESS } from '../database';
import { MailServer } from '../mail/server';
import { findPid, signalProcess, waitForSuccessor } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, receipt } from '../setup';
import { sleep, until } from '../waiting';

/** Backends are terminated in handfuls between the restarts. */
const SIZES = {
  full: { restarts: 10, backends: 100, pauseMs: 4_000 },
  short: { restarts: 2, backends: 10, pauseMs: 1_000 },
};
const SENDERS = 8;
const RECOVERED_WITHIN_MS = 10_000;
/** Messages that were in hand when PostgreSQL went away; the same limit, after the load has stopped. */
const AT_REST_WITHIN_MS = 10_000;

/** PostgreSQL goes away under load, politely and not, and takes connections with it. */
export const postgres: Scenario = {
  name: 'postgres',
  timeLimitSeconds: { full: 600, short: 120 },
  run,
};

async function run(run: Run): Promise<Report> {
  const { system, short, signal } = run;
  const size = SIZES[short ? 'short' : 'full'];
  const server = await MailServer.start('postgres', { thinkMs: () => 5 });
  await addProvider(run.client, server, { pool: { maxConnections: 10 } });
  const ours = () => ({ web: findPid(system, 'web'), worker: findPid(system, 'worker') });
  const before = ours();

  const load = startLoad(run);
  const { recoveriesMs, terminated } = await breakRepeatedly(run, server, size);
  const ids = await load.stop();
  const restMs = await waitForRest(run, ids, AT_REST_WITHIN_MS);
  signal.throwIfAborted();

  const checks = new Checks();
  checks.that('web and worker were not restarted', same(before, ours()), { before, after: ours() });
  checks.atMost('slowest recovery, in seconds', Math.max(...recoveriesMs) / 1000, RECOVERED_WITHIN_MS / 1000);
  checks.that('everything at rest within 10 s of the last post', restMs !== null, restMs && restMs / 1000);
  checks.equal('backends terminated', terminated, size.backends);
  await checkNothingLost(run, checks, ids, server.ledger);
  checks.none('messages sent twice', server.ledger.repeated());
  await checkConsistency(run, checks);
  server.down();
  const immediate = Math.floor(size.restarts / 2);
  return {
    done: `${size.restarts} restarts of PostgreSQL, ${immediate} of them immediate, and ${terminated} backends terminated under load`,
    figures: { messages: ids.length, recoveriesMs, terminated, restAfterLoadMs: restMs },
    checks: checks.list,
  };
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Programs that post one message after the other until told to stop. */
function startLoad({ client, signal }: Run): { stop: () => Promise<string[]> } {
  const ids: string[] = [];
  let stopping = false;
  let next = 0;
  async function post(): Promise<void> {
    while (!stopping) {
      const number = next++;
      ids.push(await client.postUntilAccepted(receipt('postgres', number), `postgres-${number}`, signal));
      await sleep(20);
    }
  }
  const done = Promise.all(Array.from({ length: SENDERS }, post));
  return {
    stop: async () => {
      stopping = true;
      await done;
      return ids;
    },
  };
}

type Size = (typeof SIZES)['full'];

async function breakRepeatedly(run: Run, server: MailServer, size: Size) {
  const random = run.random('faults');
  const immediate = Math.floor(size.restarts / 2);
  const modes = random.shuffle(
    Array.from({ length: size.restarts }, (_, n): 'fast' | 'immediate' =>
      n < immediate ? 'immediate' : 'fast',
    ),
  );
  const recoveriesMs: number[] = [];
  let terminated = 0;
  for (const [index, mode] of modes.entries()) {
    await sleep(random.between(size.pauseMs / 2, size.pauseMs));
    terminated += await terminateBackends(run, Math.ceil(size.backends / size.restarts));
    await sleep(random.between(size.pauseMs / 4, size.pauseMs));
    const recoveryMs = await restart(run, server, index, mode);
    recoveriesMs.push(recoveryMs);
    run.progress(`${mode} restart ${index + 1} of ${size.restarts}, recovered in ${recoveryMs} ms`);
  }
  return { recoveriesMs, terminated };
}

/** One after the other, whatever they are just doing. @returns how many there were */
async function terminateBackends(run: Run, count: number): Promise<number> {
  const random = run.random('backends');
  let terminated = 0;
  while (terminated < count) {
    const backends = await run.sql()<{ pid: number }[]>`
      select pid from pg_stat_activity
      where backend_type = 'client backend' and datname = current_database() and application_name <> ${HARNESS}
      order by pid`;
    if (backends.length > 0) {
      const { pid } = random.pick(backends);
      const [row] = await run.sql()<{ done: boolean }[]>`select pg_terminate_backend(${pid}) as done`;
      if (row?.done) terminated++;
    }
    await sleep(random.between(0, 100));
  }
  return terminated;
}

/**
 * SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one, which needs crash recovery; Relevo's supervisor starts it again.
 * @returns after how many milliseconds a message went all the way from a post to the mail server again
 */
async function restart(
  run: Run,
  server: MailServer,
  index: number,
  mode: 'fast' | 'immediate',
): Promise<number> {
  const { system, client, signal } = run;
  const began = Date.now();
  const pid = signalProcess(system, 'postgres', mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  await until(() => !isAlive(pid), { limitMs: 30_000, everyMs: 5, signal });
  const probe = receipt('postgres-probe', index, { priority: 'urgent' });
  const id = await client.postUntilAccepted(probe, `postgres-probe-${index}`, signal);
  await until(() => server.ledger.of(id).length > 0, { limitMs: 60_000, everyMs: 5, signal });
  const recoveryMs = Date.now() - began;
  await waitForSuccessor(system, 'postgres', pid);
  return recoveryMs;
}
