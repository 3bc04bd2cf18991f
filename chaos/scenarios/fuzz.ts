import { SCOPES } from '@/lib/tokens/schema';
import { checkConsistency } from '../books';
import { Checks } from '../checks';
import { actionIds, apiDoors, pageDoors } from '../fuzz/doors';
import { cpuMs, eventLoopMs, memoryMb } from '../fuzz/process-cost';
import { type FuzzRequest, makeRequest, type World } from '../fuzz/requests';
import { closeConnections, send } from '../fuzz/send';
import { findPid } from '../processes';
import type { Report, Run, Scenario } from '../scenario';
import { addProviders, receipt } from '../setup';

const REQUESTS = { full: 20_000, short: 1_000 };
const MOST_CPU_MS = 250;
/** With all code loaded some 220 MB of JavaScript are alive; the rest is code, buffers, and rubbish that V8 leaves for as long as it may. */
const MOST_MEMORY_MB = 750;
/** The last quarter against the second, each at its lowest: what remains when rubbish has been collected. */
const MOST_GROWTH = 1.2;

type Shot = FuzzRequest & {
  number: number;
  status: number;
  cpu: number;
  loop: number;
  bytes: number;
  policy: boolean;
};

/** Requests of every kind and none to every route and page: refused, never a bug of ours, never dear, never remembered. */
export const fuzz: Scenario = { name: 'fuzz', timeLimitSeconds: { full: 1_800, short: 120 }, run };

async function run(run: Run): Promise<Report> {
  const { client, short, signal, progress, system } = run;
  const count = REQUESTS[short ? 'short' : 'full'];
  const world = await prepare(run);
  await warmUp(system.url, world);
  const { version: _changedByThen, ...settings } = await client.expect<{ version: number }>(
    'GET',
    '/api/v1/settings',
  );
  const pid = findPid(system, 'web')!;
  const random = run.random('requests');

  const shots: Shot[] = [];
  const memory: number[] = [];
  let hungUp = 0;
  for (let number = 1; number <= count; number++) {
    signal.throwIfAborted();
    const request = makeRequest(world, random);
    const shot = await shoot(system.url, pid, request);
    if (shot) shots.push({ ...shot, number });
    else hungUp++;
    memory.push(memoryMb(pid));
    if (number % Math.ceil(count / 10) === 0)
      progress(`${number} requests, web process at ${Math.round(memory.at(-1)!)} MB`);
  }
  const dear = await repeatDear(system.url, pid, shots);
  closeConnections();
  await client.expect('PATCH', '/api/v1/settings', settings);

  const checks = new Checks();
  checks.none('answers with 5xx', shots.filter(({ status }) => status >= 500).map(tell));
  checks.equal('web process that answered to the end', findPid(system, 'web')!, pid);
  checks.atMost('most connections ended without an answer', hungUp, count / 100);
  checks.none(`answers that cost more than ${MOST_CPU_MS} ms of CPU each time`, dear.map(tell));
  checks.none('answers without a content policy', shots.filter(({ policy }) => !policy).map(tell));
  const early = Math.min(...memory.slice(count / 4, count / 2));
  const late = Math.min(...memory.slice((-1 * count) / 4));
  checks.atMost('most memory of the web process in MB', Math.max(...memory), MOST_MEMORY_MB);
  if (!short)
    checks.atMost('lowest memory of the last quarter over that of the second', late / early, MOST_GROWTH);
  await checkConsistency(run, checks);

  return {
    done: `${count} requests, right ones and broken ones, to ${world.api.length} methods of the API and ${world.pages.length} pages, one after the other`,
    figures: {
      requests: count,
      byStatus: byStatus(shots),
      cpuMs: spread(shots.map(({ cpu }) => cpu)),
      eventLoopMs: spread(shots.map(({ loop }) => loop)),
      once: shots.filter(({ cpu }) => cpu > MOST_CPU_MS).length,
      dearest: shots
        .toSorted((a, b) => b.cpu - a.cpu)
        .slice(0, 5)
        .map(tell),
      largestAnswerBytes: Math.max(...shots.map(({ bytes }) => bytes)),
      hungUp,
      memoryMb: { early: Math.round(early), late: Math.round(late), most: Math.round(Math.max(...memory)) },
    },
    checks: checks.list,
  };
}

async function shoot(
  url: string,
  pid: number,
  request: FuzzRequest,
): Promise<Omit<Shot, 'number'> | undefined> {
  const before = { cpu: cpuMs(pid), loop: eventLoopMs(pid) };
  const answer = await send(url, request);
  const spent = { cpu: cpuMs(pid) - before.cpu, loop: eventLoopMs(pid) - before.loop };
  return answer && { ...request, ...answer, ...spent };
}

/** What collects garbage or compiles may have hit one at random; what costs each time is the request's own. */
async function repeatDear(url: string, pid: number, shots: Shot[]): Promise<Shot[]> {
  const dear: Shot[] = [];
  for (const shot of shots.filter(({ cpu }) => cpu > MOST_CPU_MS)) {
    const again = [await shoot(url, pid, shot), await shoot(url, pid, shot), await shoot(url, pid, shot)];
    const cpu = Math.min(...again.map((each) => each?.cpu ?? Number.POSITIVE_INFINITY));
    if (cpu > MOST_CPU_MS) dear.push({ ...shot, cpu });
  }
  return dear;
}

async function prepare({ client, system }: Run): Promise<World> {
  const create = (name: string, scopes: readonly string[]) =>
    system.relevo('token', 'create', '--name', name, '--scopes', scopes.join(','));
  const tokens = [
    await create('fuzz', SCOPES),
    await create('fuzz, reads', ['messages:read', 'providers:read']),
  ].map((token) => token.trim());
  const providers = await addProviders(client, [
    { name: 'fuzz', kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' },
  ]);
  const message = await client.expect<{ id: string }>(
    'POST',
    '/api/v1/messages',
    receipt('fuzz', 1, { providers, scheduledAt: '2030-01-01T00:00:00Z' }),
  );
  return {
    api: apiDoors(),
    pages: pageDoors(),
    actions: actionIds(),
    tokens: [tokens[0]!, tokens[0]!, tokens[0]!, tokens[1]!],
    ids: [...providers, message.id],
    origin: system.url,
  };
}

/** The code of each is loaded when it is first asked for; that is nobody's request. */
async function warmUp(url: string, { api, pages, actions, tokens, origin }: World): Promise<void> {
  const headers = { authorization: `Bearer ${tokens[0]}`, 'content-type': 'application/json' };
  const body = Buffer.from('{}');
  for (const door of [...api, ...pages]) {
    const path = door.path.replaceAll(/\[[^\]]*\]/g, 'a');
    const { name, method } = door;
    await send(url, { door: name, method, path, headers, body: method === 'GET' ? undefined : body });
  }
  for (const action of actions) {
    const own = { 'next-action': action, 'content-type': 'text/plain', origin };
    await send(url, {
      door: 'an action',
      method: 'POST',
      path: '/sign-in',
      headers: own,
      body: Buffer.from('[]'),
    });
  }
}

function tell({ number, door, path, status, cpu, bytes, body }: Shot): string {
  const sent = body
    ? ` with ${JSON.stringify(body.toString('latin1').slice(0, 200))} (${body.length} bytes)`
    : '';
  return `#${number} ${door} ${path.slice(0, 200)}${sent}: ${status}, ${Math.round(cpu)} ms, ${bytes} bytes`;
}

function byStatus(shots: Shot[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of shots) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function spread(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]! * 10) / 10;
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}
