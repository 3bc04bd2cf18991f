import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { MailServer } from '../mail/server';
import { signalProcess, waitForSuccessor } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, receipt } from '../setup';
import { until } from '../waiting';

const SIZES = { full: { messages: 10_000, kills: 30 }, short: { messages: 400, kills: 2 } };
const SENDERS = 40;

/** `kill -9` of the web process while programs post; they repeat what was not answered, with the same Idempotency-Key. */
export const webKills: Scenario = {
  name: 'web-kills',
  timeLimitSeconds: { full: 900, short: 120 },
  run,
};

async function run(run: Run): Promise<Report> {
  const { client, short, signal } = run;
  const { messages, kills } = SIZES[short ? 'short' : 'full'];
  const server = await MailServer.start('web-kills', {});
  await addProvider(client, server, { pool: { maxConnections: 10 } });
  const retriesBefore = client.retries;

  const ids: string[] = [];
  const [killed] = await Promise.all([killRepeatedly(run, ids, messages, kills), post(run, ids, messages)]);
  const restMs = await waitForRest(run, ids, 60_000);
  signal.throwIfAborted();

  const checks = new Checks();
  const [row] = await run.sql()<{ stored: number; keys: number }[]>`
    select (select count(*)::int from messages where subject like 'web-kills %') as stored,
      (select count(*)::int from idempotency_keys where key like 'web-kills-%') as keys`;
  checks.equal('messages in the database', row?.stored ?? 0, messages);
  checks.equal('idempotency keys', row?.keys ?? 0, messages);
  checks.equal('different ids answered', new Set(ids).size, messages);
  checks.equal('kills in the middle of the posts', killed, kills);
  checks.that('all delivered within 60 s of the last post', restMs !== null, restMs && restMs / 1000);
  await checkNothingLost(run, checks, ids, server.ledger);
  checks.none('messages sent twice', server.ledger.repeated());
  await checkConsistency(run, checks);
  server.down();
  return {
    done: `${kills} × kill -9 of the web process during ${messages} posts over ${SENDERS} connections`,
    figures: { messages, kills, postsRepeated: client.retries - retriesBefore },
    checks: checks.list,
  };
}

/** As many programs as there are senders; each answered id is appended to `ids`. */
async function post({ client, signal }: Run, ids: string[], messages: number): Promise<void> {
  let next = 0;
  async function postSome(): Promise<void> {
    for (let number = next++; number < messages; number = next++) {
      const message = receipt('web-kills', number);
      ids.push(await client.postUntilAccepted(message, `web-kills-${number}`, signal));
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, postSome));
}

/** @returns how many kills hit while posts were still to be answered */
async function killRepeatedly(run: Run, ids: string[], messages: number, kills: number): Promise<number> {
  const { system, signal, progress } = run;
  const random = run.random('points');
  const points = Array.from({ length: kills }, () => random.between(1, Math.floor(messages * 0.95)));
  let hits = 0;
  for (const [index, point] of points.sort((a, b) => a - b).entries()) {
    // Answered posts since the last kill: this one hits a process at work, not one that is starting.
    const answered = Math.max(point, ids.length + 1);
    await until(() => ids.length >= answered, { limitMs: 120_000, everyMs: 1, signal });
    const pid = signalProcess(system, 'web', 'SIGKILL');
    if (ids.length < messages) hits++;
    progress(`kill ${index + 1} of ${kills} after ${ids.length} answers`);
    await waitForSuccessor(system, 'web', pid);
  }
  return hits;
}
