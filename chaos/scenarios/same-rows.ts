import { newId } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import { checkConsistency } from '../books';
import { Checks } from '../checks';
import { besideSystem } from '../database';
import { MailServer } from '../mail/server';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, changeDelivery, receipt } from '../setup';
import { sleep, until } from '../waiting';

const SIZES = {
  full: { messages: 120, seconds: 60, restMs: 90_000 },
  short: { messages: 40, seconds: 12, restMs: 75_000 },
};
/** People, each of whom does one thing after the other to any of the messages. */
const PEOPLE = 6;
const RESCHEDULED_MS = 1_000;
const HELD_MS = { least: 2, most: 25 };
const HELD_AT_ONCE = 5;
/** That it may not be done to a message in this state is an answer too. */
const ANSWERS = [200, 400, 409, 422];
const AT_REST = ['sent', 'delivered', 'bounced', 'failed', 'suppressed', 'canceled'];

type Scene = Run & { ids: string[]; providerId: string; counts: Map<string, number>; over: AbortSignal };

/** Every statement that changes messages meets every other, and one that keeps rows locked, over the same few rows. */
export const sameRows: Scenario = { name: 'same-rows', timeLimitSeconds: { full: 240, short: 150 }, run };

async function run(run: Run): Promise<Report> {
  const { client, short, signal, sql, system } = run;
  const size = SIZES[short ? 'short' : 'full'];
  const server = await MailServer.start('same-rows', { thinkMs: () => 10 });
  // Else who is told to be gone is soon sent to no more, and nothing meets over those rows.
  await changeDelivery(client, { suppressions: { automatic: false } });
  const providerId = await addProvider(client, server, { pool: { maxConnections: 5 } });
  const posts = Array.from({ length: size.messages }, (_, n) => receipt('same-rows', n));
  const ids = await client.postBatches(posts, 'same-rows', signal);

  const before = await readStart(run);
  const counts = new Map<string, number>();
  const scene = { ...run, ids, providerId, counts, over: AbortSignal.timeout(size.seconds * 1000) };
  const people = Array.from({ length: PEOPLE }, (_, number) => act(scene, number));
  const told = besideSystem(system, () => tell(scene));
  await Promise.all([...people, told, hold(scene), pauseAndResume(scene)]);
  signal.throwIfAborted();
  await client.expect('PATCH', `/api/v1/providers/${providerId}`, { active: true });
  const rested = await until(async () => (await countOpen(scene)) === 0, {
    limitMs: size.restMs,
    everyMs: 200,
    signal,
  });

  const checks = new Checks();
  checks.that('PostgreSQL did not start anew', before === (await readStart(run)), before);
  checks.that('everything at rest afterwards', rested, await describeOpen(scene));
  const sent = await sql()<{ id: string }[]>`
    select id from messages where id = any(${ids}) and status in ('sent', 'delivered')`;
  checks.none(
    'marked sent, but never at the mail server',
    sent.filter(({ id }) => server.ledger.of(id).length === 0),
  );
  await checkConsistency(run, checks);
  server.down();
  return {
    done: `${PEOPLE} people, a provider that tells, one that is paused and resumed, and locks, for ${size.seconds} s over ${ids.length} messages`,
    figures: { messages: ids.length, copies: server.ledger.total, deeds: Object.fromEntries(counts) },
    checks: checks.list,
  };
}

/** After a crash of one of its processes PostgreSQL starts all others anew; its own start stays what it was. */
async function readStart({ sql }: Run): Promise<string> {
  const [row] = await sql()<{ at: string }[]>`
    select backend_start::text as at from pg_stat_activity where backend_type = 'checkpointer'`;
  return row!.at;
}

async function act(scene: Scene, number: number): Promise<void> {
  const { client, ids, over } = scene;
  const random = scene.random(`person ${number}`);
  while (!over.aborted) {
    const path = `/api/v1/messages/${random.pick(ids)}`;
    const deed = random.pick(['cancel', 'resend', 'resend', 'reschedule'] as const);
    const scheduledAt = new Date(Date.now() + RESCHEDULED_MS).toISOString();
    const { status, body } =
      deed === 'reschedule'
        ? await client.call('PATCH', path, { scheduledAt })
        : await client.call('POST', `${path}/${deed}`);
    if (!ANSWERS.includes(status)) throw new Error(`${deed}: ${status} ${JSON.stringify(body)}`);
    if (status === 200) count(scene, deed);
  }
}

/** What a provider tells of messages that it had: some came back, which a person may send again. */
async function tell(scene: Scene): Promise<void> {
  const random = scene.random('told');
  while (!scene.over.aborted) {
    const had = await scene.sql()<{ id: string; recipient: string }[]>`
      select id, recipients->0->>'address' as recipient from messages
      where id = any(${scene.ids}) and status in ('sent', 'delivered', 'bounced') limit 20`;
    const type = random.pick(['delivered', 'bounced', 'bounced'] as const);
    const events = had.map(({ id, recipient }) => ({
      id: newId(),
      messageId: id,
      recipient,
      type,
      at: new Date(),
    }));
    await applyEvents(events);
    count(scene, 'told', events.length);
    await sleep(random.between(100, 400));
  }
}

/** Whoever wants these rows waits, and finds them changed. */
async function hold(scene: Scene): Promise<void> {
  const random = scene.random('held');
  while (!scene.over.aborted) {
    const held = random.shuffle(scene.ids).slice(0, HELD_AT_ONCE).toSorted();
    await scene.sql().begin(async (tx) => {
      await tx`select from messages where id = any(${held}) order by id for update`;
      await tx`update messages set tags = tags where id = any(${held})`;
      await tx`update attempts set transcript = transcript where message_id = any(${held})`;
      await sleep(random.between(HELD_MS.least, HELD_MS.most));
    });
    count(scene, 'held');
  }
}

async function pauseAndResume(scene: Scene): Promise<void> {
  for (let active = false; !scene.over.aborted; active = !active) {
    await scene.client.expect('PATCH', `/api/v1/providers/${scene.providerId}`, { active });
    count(scene, active ? 'resumed' : 'paused');
    await sleep(active ? 1_500 : 500);
  }
}

async function countOpen({ sql, ids }: Scene): Promise<number> {
  const [row] = await sql()<{ open: number }[]>`
    select count(*)::int as open from messages where id = any(${ids}) and (due_at is not null or status <> all(${AT_REST}))`;
  return row!.open;
}

/** Some of them, for whoever has to find out why. */
async function describeOpen({ sql, ids }: Scene): Promise<unknown> {
  return sql()`
    select id, status, reason, due_at, claimed_until, retry_count, recipients from messages
    where id = any(${ids}) and (due_at is not null or status <> all(${AT_REST})) limit 3`;
}

function count({ counts }: Scene, what: string, by = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + by);
}
