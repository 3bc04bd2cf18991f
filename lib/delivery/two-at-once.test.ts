import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dissolveLine, releaseMessages, releaseOne } from '@/lib/backlog/release';
import { wakeExpired } from '@/lib/backlog/wake-expired';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { sendAgain } from '@/lib/intake/send-again';
import { applyEvents } from '@/lib/messages/apply-events';
import { cancelMessage } from '@/lib/messages/cancel';
import { hideRecipient } from '@/lib/messages/erase';
import { rescheduleMessage } from '@/lib/messages/reschedule';
import { resendMessage } from '@/lib/messages/resend';
import { sendNow } from '@/lib/messages/send-now';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type Plan, watchPlans } from '@/lib/testing/watch-plans';
import { claimLine, claimMessages } from './claim';
import { deliverMessages } from './deliver';
import { eraseAttempts } from './erase';
import { applyPrices } from './late-prices';
import { letGo } from './release-claim';

useTestDatabase();

const workerId = newId();
let providerId: string;
let startedAt: unknown;
beforeAll(async () => {
  providerId = (await makeProvider()).id;
  startedAt = await readStart();
});

/** After a crash of one of its processes PostgreSQL starts all others anew. */
const readStart = async () =>
  (await sql()`select backend_start as at from pg_stat_activity where backend_type = 'checkpointer'`)[0]!.at;
const NOBODY = { addresses: ['nobody@example.com'], standIn: 'x' };
const later = () => new Date(Date.now() + 3_600_000).toISOString();
const tell = (ids: string[], type: 'delivered' | 'bounced') =>
  applyEvents(
    ids.map((messageId) => ({ id: newId(), messageId, recipient: 'ana@example.com', type, at: new Date() })),
  );

/** Whatever changes messages that are there already; that it may not is an answer, too. */
const DEEDS: Record<string, (ids: string[]) => Promise<unknown>> = {
  deliver: (ids) => deliverMessages(workerId, ids),
  'take and let go': async (ids) => {
    const claimed = await claimMessages(workerId, ids);
    await Promise.all(claimed.map((message) => letGo({ workerId, message })));
  },
  'take the line': async () => {
    const claimed = await claimLine(workerId, { providerId, count: 10, urgentOnly: false });
    await Promise.all(claimed.map((message) => letGo({ workerId, message })));
  },
  // What a provider tells is of a message that it had.
  'tell of them': async (ids) => {
    const had = await sql()<
      { id: string }[]
    >`select id from messages where id = any(${ids}) and status = 'sent'`;
    await Promise.all(
      (['bounced', 'delivered'] as const).map((type) =>
        tell(
          had.map(({ id }) => id),
          type,
        ),
      ),
    );
  },
  cancel: ([id]) => cancelMessage(testContext, { id: id! }),
  reschedule: ([id]) => rescheduleMessage(testContext, { id: id!, scheduledAt: later() }),
  resend: ([id]) => resendMessage(testContext, { id: id! }),
  release: () => releaseMessages(providerId),
  'release one': () => releaseOne(providerId),
  'dissolve the line': () => dissolveLine(providerId),
  'wake the expired': () => wakeExpired(),
  'send now': ([id]) => sendNow(testContext, { id: id! }),
  'send again, corrected': ([id]) =>
    sendAgain(testContext, { id: id!, correct: { 'ana@example.com': 'anna@example.com' } }),
  'tell what they cost': async (ids) => {
    const had = await sql()<{ id: string }[]>`
      select o->>'providerMessageId' as id from attempts, jsonb_array_elements(outcomes) o where message_id = any(${ids})`;
    await applyPrices(
      providerId,
      had.map(({ id }) => ({ providerMessageId: id, costMicros: 7 })),
    );
  },
  'hide a recipient': (ids) => hideRecipient(NOBODY, ids),
  'hide it in attempts': (ids) => eraseAttempts(NOBODY, ids),
};

describe('every statement that changes messages', () => {
  const plans: (Plan & { deed: string })[] = [];
  let current = '';
  beforeAll(() => watchPlans((plan) => plans.push({ deed: current, ...plan })));

  it('has its weeks named before it runs', async () => {
    for (const make of Object.values(STATES))
      for (const [name, deed] of Object.entries(DEEDS)) {
        current = name;
        await deed(await make()).catch(isRefusal);
      }
    // Of its states only one has anybody to wake, so that it has one turn where the others have five: a few more of those.
    current = 'wake the expired';
    const isPlanned = () => plans.some(({ deed, locks }) => locks && deed === current);
    for (let more = 0; more < 5 && !isPlanned(); more++) {
      await STATES.late();
      await wakeExpired();
    }
    const locking = plans.filter(({ locks }) => locks);
    expect(locking.filter(({ prunesAtRunTime }) => prunesAtRunTime)).toEqual([]);
    // Each is planned once on a connection, so what others run too may be named after them.
    const own = ['deliver', 'take and let go', 'tell of them', 'cancel', 'reschedule', 'resend'];
    expect(locking.map(({ deed }) => deed)).toEqual(
      expect.arrayContaining([...own, 'wake the expired', 'dissolve the line']),
    );
  });
});

describe('two at once over the same rows', () => {
  it.each(Object.keys(DEEDS))('%s: beside all others', async (name) => {
    for (const make of Object.values(STATES)) {
      const ids = await make();
      const others = Object.values(DEEDS).flatMap((deed) => [DEEDS[name]!, deed]);
      await Promise.all(others.map((deed) => deed(ids).catch(isRefusal)));
    }
    expect(await findViolations(sql())).toEqual([]);
  });

  it('looks again at a row that somebody else changed meanwhile', async () => {
    const { id } = await makeMessage();
    const result = await whileChanged(id, () => rescheduleMessage(testContext, { id, scheduledAt: later() }));
    expect(result).toMatchObject({ status: 'scheduled' });
    await whileChanged(id, () => cancelMessage(testContext, { id }));
    // By a provider of its own: the pace of that of the others may be used up.
    const { id: own } = await makeProvider();
    const { id: sent } = await makeMessage({ providers: [own] });
    // A row that is held is passed over by the claim: its turn comes when it is free.
    await whileChanged(sent, () => deliverMessages(workerId, [sent]));
    await deliverMessages(workerId, [sent]);
    expect(await whileChanged(sent, () => tell([sent], 'delivered'))).toEqual(['noted']);
    expect(await sql()`select status from messages where id = any(${[id, sent]}) order by id`).toEqual([
      { status: 'canceled' },
      { status: 'delivered' },
    ]);
  });

  afterAll(async () => expect(await readStart()).toEqual(startedAt));
});

const STATES = {
  due: () => makeSeveral(),
  sent: async () => {
    const ids = await makeSeveral();
    await deliverMessages(workerId, ids);
    return ids;
  },
  line: async () => {
    const ids = await makeSeveral();
    await sql()`update messages set status = 'queued', reason = 'paced', provider_id = ${providerId} where id = any(${ids})`;
    return ids;
  },
  parked: async () => {
    const ids = await makeSeveral();
    await sql()`update messages set status = 'parked', reason = 'all_failed', provider_id = ${providerId}, due_at = now() + interval '1 hour' where id = any(${ids})`;
    return ids;
  },
  late: async () => {
    const ids = await makeSeveral();
    await sql()`update messages set status = 'parked', reason = 'no_room', provider_id = ${providerId}, expires_at = now() where id = any(${ids})`;
    return ids;
  },
};

async function makeSeveral(): Promise<string[]> {
  const made = await Promise.all([1, 2, 3].map(() => makeMessage()));
  return made.map(({ id }) => id).toSorted();
}

function isRefusal(error: unknown): void {
  const refusals = ['not_cancelable', 'not_resendable', 'conflict', 'validation_failed'];
  if (!refusals.includes((error as { code: string }).code)) throw error;
}

/** The row is locked and changed by another transaction, which ends once `work` waits for it, or has gone without it. */
async function whileChanged<T>(id: string, work: () => Promise<T>): Promise<T> {
  const other = await sql().reserve();
  try {
    await other`begin`;
    await other`update messages set tags = tags where id = ${id}`;
    const working = work();
    let done = false;
    void working.finally(() => {
      done = true;
    });
    while (!done && !(await isWaitedFor(other))) await new Promise(setImmediate);
    await other`commit`;
    return await working;
  } finally {
    other.release();
  }
}

/** Not by `pg_stat_activity`: within a transaction that shows for ever who was there at the first look. */
async function isWaitedFor(other: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await other`
    select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waited`;
  return row!.waited;
}
