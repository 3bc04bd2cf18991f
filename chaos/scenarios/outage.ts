import { checkConsistency, checkNothingLost, waitForRest } from '../books';
import { Checks } from '../checks';
import { Ledger } from '../mail/ledger';
import { MailServer } from '../mail/server';
import type { Report, Run, Scenario } from '../scenario';
import { addProvider, changeDelivery, receipt } from '../setup';
import { sleep } from '../waiting';

const SIZES = {
  full: { perSecond: 50, diesMs: 10_000, returnsMs: 30_000, endsMs: 60_000, openSeconds: 10 },
  short: { perSecond: 30, diesMs: 3_000, returnsMs: 7_000, endsMs: 14_000, openSeconds: 3 },
};
const URGENT_SHARE = 0.2;
const URGENT_P95_MS = 2_000;
/** A probe is a message that comes by; it needs a moment. */
const PROBE_SLACK_MS = 2_000;
/** Sends that may be under way when the server dies (connections × 3), besides the failures that open the breaker and one probe each time it is half open. */
const UNDER_WAY = 15;
const FAILURES = 5;
/** A worker looks at the state of the breakers once a second. */
const STALE_SECONDS = 1;

type Sent = { id: string; acceptedAt: number; urgent: boolean };

/** The first choice dies under steady traffic and comes back; a second provider stands by. */
export const outage: Scenario = { name: 'outage', timeLimitSeconds: { full: 240, short: 90 }, run };

async function run(run: Run): Promise<Report> {
  const { client, short, signal, progress } = run;
  const size = SIZES[short ? 'short' : 'full'];
  const ledger = new Ledger();
  let unheard = 0;
  const manners = { thinkMs: () => 2, onUnheard: () => unheard++ };
  const primary = await MailServer.start('outage-primary', manners, ledger);
  const secondary = await MailServer.start('outage-secondary', manners, ledger);
  // An unknown outcome at the moment of death is repeated by the same provider, on this schedule.
  await changeDelivery(client, {
    breaker: { openSeconds: size.openSeconds, failures: FAILURES },
    retries: { faultMinutes: [0.1, 0.1, 0.1, 0.1, 0.1] },
  });
  const primaryId = await addProvider(client, primary, { priority: 90 });
  await addProvider(client, secondary, { priority: 10 });

  const startedAt = Date.now();
  const traffic = post(run, size.perSecond, size.endsMs);
  await sleep(size.diesMs);
  primary.down();
  const diedAt = Date.now();
  progress(`the first choice died after ${ledger.size} messages`);
  await sleep(startedAt + size.returnsMs - Date.now());
  await primary.up();
  const returnedAt = Date.now();
  progress(`it returned after ${ledger.size} messages`);
  const sent = await traffic;
  const ids = sent.map(({ id }) => id);
  const inDoubt = await resendInDoubt(run, ids);
  const restMs = await waitForRest(run, ids, 30_000);
  signal.throwIfAborted();

  const checks = new Checks();
  checks.that('all at rest within 30 s of the last post', restMs !== null, restMs && restMs / 1000);
  await checkNothingLost(run, checks, ids, ledger);
  checks.none(
    'messages sent twice, whose outcome was known',
    ledger.repeated().filter(({ id }) => !inDoubt.includes(id)),
  );

  const certain = sent.filter(({ id }) => !inDoubt.includes(id));
  const meanwhile = certain.filter(({ acceptedAt }) => acceptedAt >= diedAt && acceptedAt <= returnedAt);
  checks.none(
    'accepted during the outage, and not taken over by the second provider within 2 s',
    meanwhile.filter((message) => latencyMs(message, ledger) > URGENT_P95_MS).map(({ id }) => id),
  );
  const urgentMs = certain.filter(({ urgent }) => urgent).map((message) => latencyMs(message, ledger));
  checks.atMost('urgent, accept to mail server, p95 in ms', percentile(urgentMs, 0.95), URGENT_P95_MS);

  const attempts = await run.sql()<{ started_at: Date }[]>`
    select started_at from attempts where provider_id = ${primaryId}
      and started_at between ${new Date(diedAt)} and ${new Date(returnedAt)}`;
  const probes = Math.ceil((size.returnsMs - size.diesMs) / 1000 / size.openSeconds);
  const excusable = FAILURES + UNDER_WAY + size.perSecond * STALE_SECONDS + probes;
  checks.atMost('sends tried at the dead provider', attempts.length, excusable);
  const backAt = firstCopyAfter(ids, ledger, primary.name, returnedAt);
  const backAfterMs = backAt - returnedAt;
  checks.atMost(
    'first message at the returned provider, after ms',
    backAfterMs,
    size.openSeconds * 1000 + PROBE_SLACK_MS,
  );
  const after = certain.filter(({ acceptedAt }) => acceptedAt > backAt + PROBE_SLACK_MS);
  checks.that(
    'traffic since then all goes to it again',
    after.length > 0 && after.every(({ id }) => ledger.of(id).every(({ server }) => server === primary.name)),
    after.length,
  );
  const changes = await run.sql()<{ type: string }[]>`
    select type from provider_changes where provider_id = ${primaryId} and type in ('breaker_opened', 'breaker_closed') order by at`;
  checks.that(
    'the breaker opened once and closed once',
    changes.map(({ type }) => type).join() === 'breaker_opened,breaker_closed',
    changes.map(({ type }) => type),
  );
  await checkConsistency(run, checks);
  primary.down();
  secondary.down();
  return {
    done: `the first choice dead from ${size.diesMs / 1000} s to ${size.returnsMs / 1000} s of ${size.endsMs / 1000} s at ${size.perSecond} messages/s, breaker at ${size.openSeconds} s`,
    figures: {
      messages: ids.length,
      duringOutage: meanwhile.length,
      triedAtTheDeadProvider: attempts.length,
      backAfterMs,
      urgentP95Ms: percentile(urgentMs, 0.95),
      urgentMaxMs: Math.max(...urgentMs),
      inDoubtAtDeath: inDoubt.length,
      takenOverUnheard: unheard,
    },
    checks: checks.list,
  };
}

/** One message each tick of the clock, whether or not those before have been answered. */
async function post({ client, signal, random }: Run, perSecond: number, durationMs: number): Promise<Sent[]> {
  const urgency = random('urgency');
  const began = Date.now();
  const posts: Promise<Sent>[] = [];
  for (let number = 0; number < (durationMs / 1000) * perSecond; number++) {
    const waitMs = began + (number * 1000) / perSecond - Date.now();
    if (waitMs > 0) await sleep(waitMs);
    const urgent = urgency.chance(URGENT_SHARE);
    const message = receipt('outage', number, { priority: urgent ? 'urgent' : 'normal' });
    const answered = client.postUntilAccepted(message, `outage-${number}`, signal);
    posts.push(answered.then((id) => ({ id, urgent, acceptedAt: Date.now() })));
  }
  return Promise.all(posts);
}

/** Cut off in the middle of their data, some messages may have arrived or not; that they go again is for a person to decide, who is played here. */
async function resendInDoubt({ sql, client }: Run, ids: string[]): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    select id from messages where id = any(${ids}) and recipients @> '[{"status":"unknown"}]'`;
  for (const { id } of rows) await client.expect('POST', `/api/v1/messages/${id}/resend`);
  return rows.map(({ id }) => id);
}

/** From the answer of the API to the first copy at a mail server, which may come first. */
function latencyMs({ id, acceptedAt }: Sent, ledger: Ledger): number {
  return Math.max(0, (ledger.of(id)[0]?.at ?? Number.POSITIVE_INFINITY) - acceptedAt);
}

function firstCopyAfter(ids: string[], ledger: Ledger, server: string, time: number): number {
  const copies = ids
    .flatMap((id) => ledger.of(id))
    .filter((copy) => copy.server === server && copy.at >= time);
  return Math.min(...copies.map(({ at }) => at));
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}
