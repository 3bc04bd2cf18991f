import { readFileSync } from 'node:fs';
import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { SlowLine } from '../mail/slow-line';
import { findPid, type ProcessName } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProviders, changeDelivery, receipt } from '../setup';

const MESSAGES = 20;
const FILE_BYTES = 25 * 1024 * 1024 - 64 * 1024;
const TIMEOUT_MS = 5_000;
/** 64 kB, then a rest: some 7 s for a body of 34 MB. */
const REST_MS = 12;
const LIMIT_MS = 400_000;
/** A message is in memory several times over while it is taken and sent, and only so many at once. */
const MOST_MB = { web: 900, worker: 700 };

/** Twenty messages of 25 MB to a server behind a slow line: each takes longer than a time-out, and goes out once. */
export const heavy: Scenario = { name: 'heavy', timeLimitSeconds: { full: 600 }, run };

async function run(run: Run): Promise<Report> {
  const { system, client, signal, progress } = run;
  const line = await SlowLine.start('heavy', REST_MS);
  try {
    await changeDelivery(client, {
      breaker: { failures: 5, openSeconds: 300 },
      retries: { faultMinutes: [5, 15, 30] },
    });
    const settings = { host: '127.0.0.1', port: line.port, security: 'none', timeoutMs: TIMEOUT_MS };
    const provider = { name: line.name, kind: 'smtp', fromEmail: 'receipts@example.com', settings };
    const [providerId] = await addProviders(client, [provider]);
    const content = Buffer.alloc(FILE_BYTES, 'Relevo\0\r\n.\r\n').toString('base64');
    const attachments = [{ filename: 'scan.bin', contentType: 'application/octet-stream', content }];
    const began = Date.now();
    const ids: string[] = [];
    for (let number = 0; number < MESSAGES; number++) {
      const message = receipt('heavy', number, { attachments, providers: [line.name] });
      ids.push(await client.postUntilAccepted(message, `heavy-${number}`, signal));
    }
    const acceptedMs = Date.now() - began;
    progress(`${ids.length} messages accepted in ${Math.round(acceptedMs / 1000)} s`);
    const restMs = await waitForRest(run, ids, LIMIT_MS);
    signal.throwIfAborted();
    const tookMs = Date.now() - began;

    const checks = new Checks();
    checks.that('everything at rest', restMs !== null, restMs && restMs / 1000);
    await checkNothingLost(run, checks, ids, line.ledger);
    checks.none('sent twice', line.ledger.repeated());
    checks.equal('attempts', await countAttempts(run, ids), MESSAGES);
    checks.that(
      `a body takes longer than the time-out of ${TIMEOUT_MS / 1000} s`,
      Math.min(...line.bodiesMs) > TIMEOUT_MS,
      Math.round(Math.min(...line.bodiesMs)),
    );
    checks.none(
      'changes of the breaker',
      await run.sql()`select type from provider_changes where provider_id = ${providerId!} and type <> 'weight'`,
    );
    for (const name of ['web', 'worker'] as const)
      checks.atMost(`most memory of ${name}, in MB`, mostMemory(findPid(system, name)), MOST_MB[name]);
    await checkConsistency(run, checks);
    return {
      done: `${MESSAGES} messages with a file of ${Math.round(FILE_BYTES / 1024 / 1024)} MB to a server that reads 64 kB and rests ${REST_MS} ms`,
      figures: {
        messages: ids.length,
        acceptedMs,
        tookMs,
        bodiesMs: {
          least: Math.round(Math.min(...line.bodiesMs)),
          most: Math.round(Math.max(...line.bodiesMs)),
        },
        memoryMb: memoryOf(system, 'web', 'worker'),
      },
      checks: checks.list,
    };
  } finally {
    line.stop();
  }
}

async function countAttempts({ sql }: Run, ids: string[]): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int as count from attempts where message_id = any(${ids})`;
  return row?.count ?? 0;
}

function memoryOf(system: Run['system'], ...names: ProcessName[]) {
  return Object.fromEntries(names.map((name) => [name, mostMemory(findPid(system, name))]));
}

/** Linux: what the process held at most since it began, in MB. */
function mostMemory(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024);
}
