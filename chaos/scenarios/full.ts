import { checkConsistency, waitForRest } from '../books';
import { Checks } from '../checks';
import type { Outgoing } from '../client';
import { Ledger } from '../mail/ledger';
import { MailServer } from '../mail/server';
import type { Report, Run, Scenario } from '../scenario';
import { addProviders, changeDelivery, receipt, smtpProvider } from '../setup';
import { sleep, until } from '../waiting';
import { FIRST, LimitBook, readLine, SECOND } from './full-books';
import { checkFates, checkOrder } from './full-checks';
import { Operator } from './full-operator';

const SIZES = {
  full: { messages: 900, minute: 100, deeds: 60, pauseMs: 3_000, restMs: 120_000 },
  short: { messages: 160, minute: 40, deeds: 14, pauseMs: 400, restMs: 40_000 },
};
const PINNED = 0.6;
const EXPIRING = 0.1;
const EXPIRES_MS = { least: 5_000, most: 90_000 };
const SEVERAL = 0.1;
const THINK_MS = 5;

/** More messages than the limits let through, and people who change their minds meanwhile. */
export const full: Scenario = { name: 'full', timeLimitSeconds: { full: 500, short: 120 }, run };

async function run(run: Run): Promise<Report> {
  const { client, short, signal, progress } = run;
  const size = SIZES[short ? 'short' : 'full'];
  const ledger = new Ledger();
  const manners = { thinkMs: () => THINK_MS };
  const first = await MailServer.start(FIRST, manners, ledger);
  const second = await MailServer.start(SECOND, manners, ledger);
  const limits = new LimitBook();
  await changeDelivery(client, { breaker: { failures: 5 }, retries: { faultMinutes: [0.1, 0.1, 0.1, 0.1] } });
  const [firstId] = await addProviders(client, [
    { ...smtpProvider(first), limits: limits.set(FIRST, size.minute) },
  ]);

  const ids = await client.postBatches(compose(run, size.messages), 'full', signal);
  const stands = () =>
    until(async () => (await countMoving(run, ids)) === 0, { limitMs: 30_000, everyMs: 200, signal });
  await stands();
  const before = await readLine(run, firstId!);
  progress(`${ids.length} messages accepted, ${ledger.size} sent, ${before.length} in the line`);

  const operator = new Operator(run, { ids, firstId: firstId!, second, limits });
  // What was paused is routed anew: the order is that of the line afterwards.
  await operator.pauseAndResume();
  await stands();
  const line = await readLine(run, firstId!);
  progress(`${line.length} in the line after a pause`);
  for (let deed = 1; deed <= size.deeds; deed++) {
    signal.throwIfAborted();
    await operator.act(deed, size.deeds);
    await sleep(size.pauseMs * run.random(`pause ${deed}`).next());
  }
  progress(`${size.deeds} deeds done, ${ledger.size} of ${ids.length} sent; the limits are lifted`);
  await operator.liftLimits();
  const restMs = await waitForRest(run, operator.open(), size.restMs);
  signal.throwIfAborted();

  const checks = new Checks();
  checks.that('everything at rest after the limits were lifted', restMs !== null, restMs && restMs / 1000);
  checks.none('impossible states on the way', operator.violations);
  await checkFates(run, checks, ids, ledger, operator);
  checks.none('more accepted in a minute than the limits allow', limits.overdrawn(ledger));
  await checkOrder(run, checks, {
    line,
    firstId: firstId!,
    untouched: (id) => !operator.touched.has(id),
    ledger,
  });
  checks.equal('messages left in a line', (await readLine(run)).length, 0);
  await checkConsistency(run, checks);
  first.down();
  second.down();
  return {
    done: `${ids.length} messages to providers with ${size.minute} a minute, ${size.deeds} deeds meanwhile`,
    figures: {
      messages: ids.length,
      inLineAtFirst: before.length,
      sentWithinLimits: operator.sentBeforeLift,
      deeds: Object.fromEntries(operator.counts),
      restMs,
    },
    checks: checks.list,
  };
}

function compose({ random }: Run, count: number): Outgoing[] {
  const draw = random('messages');
  return Array.from({ length: count }, (_, number) => {
    const expires =
      draw.chance(EXPIRING) && new Date(Date.now() + draw.between(EXPIRES_MS.least, EXPIRES_MS.most));
    const several = draw.chance(SEVERAL) && [0, 1, 2].map((n) => `full-${number}-${n}@example.net`);
    return {
      ...receipt('full', number),
      ...(several && { to: several }),
      ...(draw.chance(PINNED) && { providers: [FIRST] }),
      ...(expires && { expiresAt: expires.toISOString() }),
    };
  });
}

/** Neither at rest nor in a line. */
async function countMoving({ sql }: Run, ids: string[]): Promise<number> {
  const [row] = await sql()<{ moving: number }[]>`
    select count(*)::int as moving from messages
    where id = any(${ids}) and due_at is not null and (reason is distinct from 'no_room' or claimed_by is not null)`;
  return row?.moving ?? 0;
}
