import { createHash } from 'node:crypto';
import { Pool } from 'undici';
import { checkConsistency } from '../books';
import { Checks } from '../checks';
import { type Hook, type Kind, makeHook, rightHook, TELLERS } from '../fuzz/hooks';
import { memoryMb } from '../fuzz/process-cost';
import { findPid } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProviders, receipt } from '../setup';
import { until } from '../waiting';

const BODIES = { full: 100_000, short: 3_000 };
const MESSAGES = 50;
const AT_ONCE = 8;
const READ_LIMIT_MS = 180_000;
/** The lowest of the last quarter over the lowest of the second: what remains when rubbish has been collected. */
const MOST_GROWTH_MB = 50;

/** What providers might tell, broken in every way, half of it rightly signed: nothing fails, nothing comes of what nobody signed, nothing is left in memory. */
export const hooks: Scenario = { name: 'hooks', timeLimitSeconds: { full: 1_200, short: 120 }, run };

async function run(run: Run): Promise<Report> {
  const { client, system, short, signal, progress } = run;
  const count = BODIES[short ? 'short' : 'full'];
  const kinds = Object.keys(TELLERS) as Kind[];
  const sandbox = { name: 'hooks', kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' };
  const [, ...tellers] = await addProviders(client, [
    sandbox,
    ...kinds.map((kind) => ({ name: `hooks ${kind}`, active: false, ...TELLERS[kind] })),
  ]);
  const ids: string[] = [];
  for (let number = 0; number < MESSAGES; number++)
    ids.push(
      await client.postUntilAccepted(
        receipt('hooks', number, { to: 'ana@example.com', providers: ['hooks'] }),
        `hooks-${number}`,
        signal,
      ),
    );

  const random = run.random('bodies');
  const pids = { web: findPid(system, 'web')!, worker: findPid(system, 'worker')! };
  const memory = { web: [] as number[], worker: [] as number[] };
  const signed = new Set<string>();
  const statuses: Record<number, number> = {};
  const failed: string[] = [];
  const believed: string[] = [];
  const pool = new Pool(system.url, { connections: AT_ONCE });
  let next = 0;
  const post = async () => {
    while (next < count && !signal.aborted) {
      const number = next++;
      const hook = makeHook(ids, number, random);
      if (hook.signed) signed.add(hashOf(hook.body));
      const status = await send(pool, tellers[kinds.indexOf(hook.kind)]!, hook);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 0 || status >= 500) failed.push(`${status}: ${tell(number, hook)}`);
      if (status === 200 && !hook.signed) believed.push(tell(number, hook));
      if (number % 100 === 0) {
        memory.web.push(memoryMb(pids.web));
        memory.worker.push(memoryMb(pids.worker));
      }
      if (number % Math.ceil(count / 5) === 0)
        progress(`${number} bodies, web process at ${Math.round(memoryMb(pids.web))} MB`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, post));
  const last = await tellLast(pool, tellers[kinds.indexOf('postmark')]!, ids[0]!, signed);
  await pool.close();
  const read = await until(() => isNoted(run, ids[0]!, last), {
    limitMs: READ_LIMIT_MS,
    everyMs: 500,
    signal,
  });

  const checks = new Checks();
  checks.none('answers with 5xx, or none at all', failed);
  checks.none('unsigned bodies that were taken', believed);
  checks.none('stored bodies that nobody signed', await unsignedStored(run, tellers, signed));
  checks.that('what came after all of them is read', read, read);
  for (const name of ['web', 'worker'] as const)
    checks.equal(`${name} process that lived to the end`, findPid(system, name) ?? 0, pids[name]);
  if (!short)
    for (const name of ['web', 'worker'] as const)
      checks.atMost(`growth of the ${name} process in MB`, growth(memory[name]), MOST_GROWTH_MB);
  await checkConsistency(run, checks);
  return {
    done: `${count} bodies of SendGrid, Mailgun and Postmark about ${MESSAGES} messages, mutated, half of them rightly signed`,
    figures: {
      bodies: count,
      byStatus: statuses,
      growthMb: { web: Math.round(growth(memory.web)), worker: Math.round(growth(memory.worker)) },
      ...(await kept(run, tellers)),
    },
    checks: checks.list,
  };
}

/** A right one, behind all the others. @returns what it is known by */
async function tellLast(
  pool: Pool,
  providerId: string,
  messageId: string,
  signed: Set<string>,
): Promise<string> {
  const reply = `250 2.0.0 after all of them ${Date.now()}`;
  const hook = rightHook(messageId, reply);
  signed.add(hashOf(hook.body));
  const status = await send(pool, providerId, hook);
  if (status !== 200) throw new Error(`A right body was answered ${status}.`);
  return reply;
}

async function isNoted(run: Run, messageId: string, reply: string): Promise<boolean> {
  const [row] = await run.sql()<{ noted: boolean }[]>`
    select exists (select from events where message_id = ${messageId} and detail->>'reply' = ${reply}) as noted`;
  return row!.noted;
}

/** 0: the connection ended without an answer. */
async function send(pool: Pool, providerId: string, { headers, body }: Hook): Promise<number> {
  try {
    const answer = await pool.request({ path: `/api/hooks/${providerId}`, method: 'POST', headers, body });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return 0;
  }
}

async function unsignedStored(run: Run, tellers: string[], signed: Set<string>): Promise<string[]> {
  const rows = await run.sql()<{ hash: string }[]>`
    select encode(sha256(body), 'hex') as hash from inbound_events where provider_id = any(${tellers})`;
  return rows.map(({ hash }) => hash).filter((hash) => !signed.has(hash));
}

async function kept(run: Run, tellers: string[]) {
  const [row] = await run.sql()<{ stored: number; unreadable: number }[]>`
    select count(*)::int as stored, count(error)::int as unreadable from inbound_events where provider_id = any(${tellers})`;
  return row!;
}

function growth(memory: number[]): number {
  const quarter = Math.floor(memory.length / 4);
  return Math.min(...memory.slice(-quarter)) - Math.min(...memory.slice(quarter, 2 * quarter));
}

const hashOf = (body: Buffer) => createHash('sha256').update(body).digest('hex');
const tell = (number: number, { kind, body }: Hook) =>
  `#${number} ${kind} ${JSON.stringify(body.toString('latin1').slice(0, 200))} (${body.length} bytes)`;
