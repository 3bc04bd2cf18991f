import { checkConsistency, waitForRest } from '../books';
import { Checks } from '../checks';
import type { Outgoing } from '../client';
import { Ledger } from '../mail/ledger';
import type { Report, Run, Scenario } from '../scenario';
import { addProviders, changeDelivery, receipt } from '../setup';
import { type Actor, castActors, GONE, SIZE_LIMIT } from './bad-days-cast';

type Share = { throttled: number; slow: number; moody: number; partial: number; api: number };
const SIZES: Record<'full' | 'short', { messages: Share; pace: { throttled: number; api: number } }> = {
  full: {
    messages: { throttled: 900, slow: 200, moody: 700, partial: 400, api: 800 },
    pace: { throttled: 40, api: 50 },
  },
  short: {
    messages: { throttled: 70, slow: 20, moody: 50, partial: 20, api: 40 },
    pace: { throttled: 10, api: 10 },
  },
};
/** Times what the slowest of them needs at its best, and for the pauses they ask for. */
const TIME_FACTOR = 2.5;
const TIME_SLACK_MS = 15_000;
const REFUSED_SHARE = 0.1;
const MOST_RECIPIENTS = 6;
const WITH_GONE = 0.2;
const TOO_BIG = 0.1;

/** Slow down, come back later, not so many at once, that address is gone: several providers at the same time, none of them ill. */
export const badDays: Scenario = { name: 'bad-days', timeLimitSeconds: { full: 400, short: 100 }, run };

async function run(run: Run): Promise<Report> {
  const { client, random, short, signal, progress } = run;
  const { messages, pace } = SIZES[short ? 'short' : 'full'];
  const ledger = new Ledger();
  const actors = await castActors(random('actors'), ledger, pace);
  // Everything as it is shipped: another scenario may have changed it.
  await changeDelivery(client, {
    breaker: { failures: 5, openSeconds: 300 },
    retries: { faultMinutes: [5, 15, 30] },
  });
  const providerIds = await addProviders(
    client,
    actors.map(({ provider }) => provider),
  );

  const composed = random('order').shuffle(compose(run, messages));
  const began = Date.now();
  const ids = await client.postBatches(composed, 'bad-days', signal);
  const possibleMs = 1000 * Math.max(...actors.map((actor) => countFor(actor, composed) / actor.perSecond));
  const limitMs = possibleMs * TIME_FACTOR + TIME_SLACK_MS;
  progress(
    `${ids.length} messages accepted; at their best the providers need ${Math.round(possibleMs / 1000)} s`,
  );
  // Waited for longer than allowed: what is late is not lost, and the checks tell the two apart.
  const restMs = await waitForRest(run, ids, 2 * limitMs);
  signal.throwIfAborted();
  const tookMs = Date.now() - began;

  const checks = new Checks();
  checks.that('everything at rest', restMs !== null, restMs && restMs / 1000);
  checks.atMost(
    `all sent within ${TIME_FACTOR} times what the rates need and 15 s: s`,
    tookMs / 1000,
    Math.round(limitMs / 1000),
  );
  await checkRecipients(run, checks, ids, ledger);
  await checkProviders(run, checks, actors, providerIds, messages);
  await checkConsistency(run, checks);
  for (const actor of actors) actor.stop();
  return {
    done: `${ids.length} messages through five providers at once: throttled, slow, moody, partial, and an API with a rate`,
    figures: {
      messages: ids.length,
      tookMs,
      possibleMs: Math.round(possibleMs),
      ...Object.fromEntries(actors.map((actor) => [actor.name, figuresOf(actor, ledger, began)])),
    },
    checks: checks.list,
  };
}

function compose({ random }: Run, messages: Share): Outgoing[] {
  const draw = random('messages');
  return Object.entries(messages).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, number) => {
      const own = `bad-days-${name}`;
      const message = receipt(own, number, { providers: [own] });
      if (name !== 'partial') return message;
      if (draw.chance(TOO_BIG))
        return {
          ...message,
          text: 'x'.repeat(1.5 * SIZE_LIMIT),
          providers: [own, 'bad-days-api'],
        };
      const to = Array.from(
        { length: draw.between(1, MOST_RECIPIENTS) },
        (_, n) => `p-${number}-${n}@example.net`,
      );
      return { ...message, to: draw.chance(WITH_GONE) ? [...to, `${GONE}${number}@example.net`] : to };
    }),
  );
}

/** What one provider cannot carry is carried by the last that the message names. */
function countFor({ name }: Actor, composed: Outgoing[]): number {
  return composed.filter(({ providers }) => (providers as string[]).at(-1) === name).length;
}

type Row = { id: string; status: string; recipients: { address: string; status: string }[] };

async function checkRecipients({ sql }: Run, checks: Checks, ids: string[], ledger: Ledger): Promise<void> {
  const rows = await sql()<Row[]>`select id, status, recipients from messages where id = any(${ids})`;
  const recipients = rows.flatMap(({ id, status, recipients }) =>
    recipients.map((recipient) => ({
      id,
      message: status,
      ...recipient,
      isGone: recipient.address.startsWith(GONE),
      copies: ledger.of(id).filter(({ to }) => to.includes(recipient.address)).length,
    })),
  );
  checks.equal('messages', rows.length, ids.length);
  checks.none(
    'lost: never at a server',
    recipients.filter(({ isGone, copies }) => !isGone && copies === 0),
  );
  checks.none(
    'sent twice',
    recipients.filter(({ copies }) => copies > 1),
  );
  checks.none(
    'not shown as accepted',
    recipients.filter(({ isGone, status }) => !isGone && status !== 'accepted'),
  );
  checks.none(
    'refused for good, and not shown as bounced',
    recipients.filter(({ isGone, status }) => isGone && status !== 'bounced'),
  );
  checks.none(
    'not marked sent',
    rows.filter(({ status }) => status !== 'sent').map(({ id, status }) => `${id} ${status}`),
  );
}

async function checkProviders(
  { sql }: Run,
  checks: Checks,
  actors: Actor[],
  ids: string[],
  messages: Share,
): Promise<void> {
  const changes = await sql()<{ name: string; type: string }[]>`
    select p.name, c.type from provider_changes c join providers p on p.id = c.provider_id
    where c.provider_id = any(${ids}) and c.type = 'breaker_opened'`;
  checks.none('breakers opened, though nobody was ill', changes);
  for (const { name, gate } of actors) {
    if (!gate) continue;
    const asked = messages[name.slice('bad-days-'.length) as keyof Share];
    checks.atMost(
      `${name}: requests beyond its rate`,
      gate.refusedAt.length,
      Math.max(10, Math.round(asked * REFUSED_SHARE)),
    );
  }
}

function figuresOf({ name, gate, perSecond }: Actor, ledger: Ledger, began: number) {
  const copies = ledger.ids().flatMap((id) => ledger.of(id).filter(({ server }) => server === name));
  const seconds = (Math.max(...copies.map(({ at }) => at)) - began) / 1000;
  return {
    copies: copies.length,
    seconds: Math.round(seconds * 10) / 10,
    ...(gate && {
      perSecond,
      achieved: Math.round((copies.length / seconds) * 10) / 10,
      refused: gate.refusedAt.length,
    }),
  };
}
