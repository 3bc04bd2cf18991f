import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { eventId } from '@/lib/events/event-id';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { cancelMessage } from '@/lib/messages/cancel';
import { resendIds } from '@/lib/messages/resend';
import { updateSettings } from '@/lib/settings/update';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { COUNT_COLUMNS, COUNT_SUMS } from './counts';
import { DIMENSION_COLUMNS } from './dimensions';
import { rebuildRollUps } from './rebuild';
import { RESPONSES } from './response-names';
import { RESPONSE_COLUMNS } from './responses';
import { TOPIC_COUNTS } from './topics';

useDatabaseForEachTest();

const worker = newId();
const TOPICS = [newId(), newId()];
const ADDRESSES = ['ana@example.com', 'luis@example.com', 'bounce@sandbox.test', 'throttle@sandbox.test'];
const TOLD: ToldType[] = ['delivered', 'bounced', 'failed', 'opened', 'complained', 'deferred'];
const REST = ['sent', 'captured', 'failed', 'parked', 'returned'] as const;
type Rests = Record<(typeof REST)[number], number>;

/** Set SEED to try other histories. */
const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : [3, 17, 101];
let state = 0;
function random(below: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)]!;

/** The sandbox among them. */
let box = '';

beforeEach(async () => {
  await makeCompany({ name: 'Clinic', key: 'clinic' });
  await makeProvider({ name: 'first', priority: 90, costPerMessage: '0.001' });
  await makeProvider({ name: 'second', priority: 50 });
  box = (await makeProvider({ name: 'box', kind: 'sandbox', priority: 10 })).id;
  await updateSettings(testContext, {
    delivery: {
      breaker: { failures: 1_000, unhealthyBelowPercent: 0 },
      retries: { faultMinutes: [], deferralMinutes: [], immediateTries: 1 },
    },
  });
});

type Row = {
  id: string;
  status: string;
  finished: string | null;
  provider: string | null;
  claims: number;
  recipients: { address: string; status: string; played?: true }[];
};

async function look(): Promise<Map<string, Row>> {
  const rows = await sql()<Row[]>`
    select id, status, finished_at::text as finished, provider_id as provider, claim_no as claims, recipients from messages`;
  return new Map(rows.map((row) => [row.id, row]));
}

const AT_REST: Record<string, (typeof REST)[number]> = {
  sent: 'sent',
  delivered: 'sent',
  captured: 'captured',
  bounced: 'failed',
  failed: 'failed',
  parked: 'parked',
  uncertain: 'parked',
};
const MADE = ['sent', 'delivered', 'captured'];

/** The count over rows: what a step brought to rest is seen by comparing the messages before it and after it. */
function restsOf(before: Map<string, Row>, after: Map<string, Row>, step: string): Partial<Rests>[] {
  return [...after.values()].flatMap((row): Partial<Rests>[] => {
    const was = before.get(row.id);
    const came = AT_REST[row.status];
    const isRefused = row.status === 'bounced' || row.status === 'failed';
    if (step === 'tell' && was && ['sent', 'delivered'].includes(was.status))
      return isRefused ? [{ returned: 1 }] : [];
    const rests = step === 'deliver' ? was?.claims !== row.claims : was?.status !== row.status;
    if (step === 'close' || !came || !rests || (step === 'tell' && was && MADE.includes(was.status)))
      return [];
    const refused = row.recipients.filter(({ status }) => status === 'bounced' || status === 'failed');
    if (came === 'failed' && refused.length > 0 && refused.every(({ played }) => played)) return [];
    return [{ [came]: 1 }];
  });
}

async function make(): Promise<void> {
  for (let n = 0; n < 5; n++)
    await makeMessage({
      company: oneOf([undefined, 'clinic']),
      to: Array.from({ length: 1 + random(3) }, () => oneOf(ADDRESSES)),
      category: oneOf(['transactional', 'marketing']),
      providers: oneOf([undefined, ['second'], ['box'], ['first']]),
    }); // As templates and campaigns will have made some of them.
  await sql()`
    update messages set template_id = ${oneOf([null, ...TOPICS])}, campaign_id = ${oneOf([null, ...TOPICS])}
    where claim_no = 0 and template_id is null and campaign_id is null`;
}

async function deliver(): Promise<void> {
  const due = await sql()<{ id: string }[]>`select id from messages where due_at <= now() order by id`;
  await deliverMessages(
    worker,
    due.map(({ id }) => id),
  );
}

/** As if one of them had kept silent: nobody waits two seconds for each. */
async function doubt(): Promise<void> {
  const { id } = await makeMessage({
    to: ['timeout@sandbox.test', 'ana@example.com'],
    category: 'marketing',
  });
  await deliverMessages(worker, [id]);
}

/** Late by days or ahead of our clock, some of them twice. */
async function tell(known: Map<string, Row>): Promise<void> {
  const tellable = [...known.values()].filter(({ status, provider }) => provider && status !== 'queued');
  if (tellable.length === 0) return;
  const events = Array.from({ length: 4 }, (_, n): ToldEvent => {
    const row = oneOf(tellable);
    const { address } = oneOf(row.recipients);
    const at = new Date(Date.now() + oneOf([-48 * 3_600_000, -60_000, 0, 240_000]));
    const type = oneOf(TOLD);
    const id = eventId([row.id, address, type, String(n), String(random(1_000_000))], at);
    const isSandbox = row.provider === box;
    return {
      id,
      messageId: row.id,
      recipient: address,
      type,
      at,
      providerId: row.provider!,
      played: isSandbox,
      detail: isSandbox ? { played: true } : {},
    };
  });
  await applyEvents([...events, oneOf(events)]);
  await applyEvents([oneOf(events)]);
}

async function sendAgain(known: Map<string, Row>): Promise<void> {
  const ids = [...known.keys()].filter(() => random(3) === 0);
  if (ids.length > 0) await resendIds(testContext, ids);
}

async function close(known: Map<string, Row>): Promise<void> {
  const found = [...known.values()].find(({ status }) => status === 'uncertain');
  if (found) await cancelMessage(testContext, { id: found.id });
}

const STEPS = { make, deliver, doubt, tell, sendAgain, close };

async function live(): Promise<Rests> {
  const [row] = await sql()<[Rests]>`
    select coalesce(sum(messages_sent), 0)::int as sent, coalesce(sum(messages_captured), 0)::int as captured,
      coalesce(sum(messages_failed), 0)::int as failed, coalesce(sum(messages_parked), 0)::int as parked, (select coalesce(sum(returned), 0)::int from response_counts) as returned
    from delivery_minutes`;
  return row;
}

async function everything() {
  const minutes = await sql().unsafe(
    `select * from (select minute, ${DIMENSION_COLUMNS}, ${COUNT_SUMS} from delivery_minutes group by minute, ${DIMENSION_COLUMNS}) m
     where (${COUNT_COLUMNS}) <> (${COUNT_COLUMNS.replace(/\w+/g, '0')}) order by minute, ${DIMENSION_COLUMNS}`,
  );
  const responses = await sql()`select * from response_counts order by 1, 2, 3, 4, 5, 6`;
  const seen = await sql()`select id, seen & 65535 as seen from messages order by id`;
  return { minutes, responses, seen, topics: await topics() };
}

/** Added up, or in rows of several workers. */
function topics() {
  const sums = TOPIC_COUNTS.map((name) => `sum(${name}) as ${name}`);
  return sql().unsafe(
    `select * from (
       select kind, date_trunc('hour', quarter) as hour, topic_id, company_id, ${sums} from topic_counts group by 1, 2, 3, 4) t
     where (${TOPIC_COUNTS}) <> (${TOPIC_COUNTS.map(() => 0)}) order by 1, 2, 3, 4`,
  );
}

describe('random histories, with resends, late and doubled events and what sandboxes play', () => {
  it.each(SEEDS)(
    'are counted as the rows say, and a rebuild says the same (SEED=%i)',
    async (seed) => {
      state = seed;
      const expected: Rests = { sent: 0, captured: 0, failed: 0, parked: 0, returned: 0 };
      const plan = [
        'make',
        'deliver',
        'doubt',
        'tell',
        'sendAgain',
        'deliver',
        'tell',
        'close',
        'sendAgain',
        'deliver',
      ];
      for (let n = 0; n < 40; n++) {
        const step = (
          n < plan.length
            ? plan[n]
            : oneOf(['make', 'deliver', 'tell', 'tell', 'sendAgain', 'deliver', 'close'])
        ) as keyof typeof STEPS;
        const before = await look();
        await STEPS[step](before);
        const after = await look();
        for (const rests of restsOf(before, after, step === 'doubt' ? 'deliver' : step))
          for (const name of REST) expected[name] += rests[name] ?? 0;
        expect(await live(), `step ${n}: ${step}`).toEqual(expected);
      }
      expect(expected.sent * expected.captured * expected.parked).toBeGreaterThan(0);
      const counted = await everything();
      await rebuildRollUps(testContext);
      expect(await everything()).toEqual(counted);
      await sql()`delete from delivery_minutes`;
      await sql()`delete from response_counts`;
      await sql()`delete from topic_counts`;
      await rebuildRollUps(testContext);
      expect(await live()).toEqual(expected);
      expect(counted.topics.length).toBeGreaterThan(4);
      expect(await topics()).toEqual(counted.topics);
      expect(RESPONSES).toHaveLength(RESPONSE_COLUMNS.length);
    },
    60_000,
  );
});
