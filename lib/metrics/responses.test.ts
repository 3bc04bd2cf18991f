import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { ensurePartitions } from '@/lib/database/partitions';
import { deliverMessages } from '@/lib/delivery/deliver';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { resendMessage } from '@/lib/messages/resend';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { rebuildRollUps } from './rebuild';

useDatabaseForEachTest();

const HOUR_MS = 3_600_000;
const TYPES: ToldType[] = [
  'delivered',
  'bounced',
  'complained',
  'opened',
  'clicked',
  'unsubscribed',
  'failed',
];

/** Set SEED to try other events. */
const SEED = Number(process.env.SEED ?? 11);
let state = SEED;
function random(below: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
}
const oneOf = <T>(list: readonly T[]): T => list[random(list.length)]!;

/** Who carried which message: nobody else tells of it. */
let carriers = new Map<string, string>();

beforeEach(async () => {
  state = SEED;
  await makeCompany({ name: 'Clinic', key: 'clinic' });
  carriers = new Map();
  await makeProvider({ name: 'first', priority: 90 });
  await makeProvider({ name: 'second' });
  // On a Monday the hours before are last week's, of which a new system has no partition and rebuilds nothing.
  await ensurePartitions(sql(), 0, new Date(Date.now() - 168 * HOUR_MS));
});

async function deliverSome(count: number): Promise<string[]> {
  const made = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      makeMessage({
        company: n % 3 === 0 ? 'clinic' : undefined,
        to: n % 4 === 0 ? ['ana@example.com', 'bounce@sandbox.test'] : 'ana@example.com',
        category: oneOf(['transactional', 'marketing']),
        providers: oneOf([undefined, ['second']]),
      }),
    ),
  );
  const ids = made.map(({ id }) => id);
  await deliverMessages(newId(), ids);
  // Kept in a sandbox they would count as read by nobody.
  await sql()`
    update messages set status = case status when 'captured' then 'sent' else status end, accepted_at = accepted_at - make_interval(hours => (random() * 50)::int),
      recipients = replace(recipients::text, '"captured"', '"accepted"')::jsonb where id = any(${ids}::uuid[])`;
  await sql()`delete from response_counts`;
  await sql()`update messages set seen = 0`;
  await rebuildRollUps(testContext);
  const rows = await sql()<
    { id: string; provider: string }[]
  >`select id, provider_id as provider from messages`;
  carriers = new Map(rows.map(({ id, provider }) => [id, provider]));
  return ids;
}

function eventOf(messageId: string): ToldEvent {
  const type = oneOf(TYPES);
  const machine = (type === 'opened' || type === 'clicked') && random(2) === 0;
  return {
    id: newId(),
    messageId,
    recipient: 'ana@example.com',
    type,
    at: new Date(Date.now() - random(72) * HOUR_MS),
    providerId: type === 'opened' ? undefined : carriers.get(messageId),
    detail: machine ? { machine: 'apple' } : {},
  };
}

/** Some twice in one breath, some again later, all at once. */
async function tell(ids: string[], count: number): Promise<void> {
  const events = Array.from({ length: count }, () => eventOf(oneOf(ids)));
  const again = events.filter(() => random(3) === 0);
  const batches = [events.slice(0, count / 2), events.slice(count / 2), again, [...again, ...again]];
  await Promise.all(batches.map((batch) => applyEvents(batch)));
  await applyEvents(events.filter(() => random(4) === 0));
}

const counted = () => sql()`select * from response_counts order by 1, 2, 3, 4, 5, 6`;

/** Told without the bits and without SQL's help: which messages have such an event. */
async function messagesWith(): Promise<Record<string, number>> {
  const rows = await sql()<{ id: string; type: string; machine: boolean }[]>`
    select message_id as id, type, coalesce(detail ? 'machine', false) as machine from events`;
  const having = (test: (row: (typeof rows)[number]) => boolean) =>
    new Set(rows.filter(test).map(({ id }) => id)).size;
  const isHuman = (row: (typeof rows)[number], ...types: string[]) =>
    types.includes(row.type) && !row.machine;
  return {
    delivered: having((row) => isHuman(row, 'delivered', 'complained', 'unsubscribed', 'opened', 'clicked')),
    bounced: having(({ type }) => type === 'bounced'),
    complained: having(({ type }) => type === 'complained'),
    opened: having((row) => isHuman(row, 'opened')),
    clicked: having((row) => isHuman(row, 'clicked')),
    machineOpened: having(({ type, machine }) => type === 'opened' && machine),
    machineClicked: having(({ type, machine }) => type === 'clicked' && machine),
    unsubscribed: having(({ type }) => type === 'unsubscribed'),
  };
}

async function sums() {
  const [row] = await sql()`
    select sum(delivered)::int as delivered, sum(bounced)::int as bounced, sum(complained)::int as complained, sum(opened)::int as opened, sum(clicked)::int as clicked,
      sum(machine_opened)::int as "machineOpened", sum(machine_clicked)::int as "machineClicked", sum(unsubscribed)::int as unsubscribed
    from response_counts`;
  return row;
}

describe(`what became of messages (SEED=${SEED})`, () => {
  it('is counted once for each, however often and however late it is told', async () => {
    const ids = await deliverSome(24);
    for (let round = 0; round < 4; round++) {
      await tell(ids, 24);
      expect(await sums()).toEqual(await messagesWith());
    }
    const before = await counted();
    expect(before.length).toBeGreaterThan(8);
    await rebuildRollUps(testContext);
    expect(await counted()).toEqual(before);
  });

  it('comes back by a rebuild, bits and all', async () => {
    const ids = await deliverSome(12);
    await tell(ids, 40);
    const before = await counted();
    const bits = await sql()`select id, seen & 65535 as seen from messages order by id`;
    await sql()`delete from response_counts where bounced = 0`;
    await sql()`update response_counts set opened = opened + 3`;
    await sql()`update messages set seen = 0`;
    await rebuildRollUps(testContext);
    expect(await counted()).toEqual(before);
    expect(await sql()`select id, seen & 65535 as seen from messages order by id`).toEqual(bits);
    await tell(ids, 10);
    expect(await sums()).toEqual(await messagesWith());
  });

  it('tells who was sent and came back, each time that it was sent', async () => {
    await makeProvider({ name: 'plain' });
    const { id } = await makeMessage({ providers: ['plain'] });
    await deliverMessages(newId(), [id]);
    await sql()`
      update messages set status = 'sent', recipients = replace(recipients::text, '"captured"', '"accepted"')::jsonb where id = ${id}`;
    const bounce = (at: Date): ToldEvent => ({
      ...eventOf(id),
      type: 'bounced',
      at,
      detail: { code: '5.1.1' },
    });
    const returned = async () =>
      (
        await sql()`select sum(returned)::int as returned, sum(bounced)::int as bounced from response_counts`
      )[0];
    await applyEvents([bounce(new Date())]);
    expect(await returned()).toEqual({ returned: 1, bounced: 1 });
    await resendMessage(testContext, { id });
    await deliverMessages(newId(), [id]);
    await applyEvents([bounce(new Date(Date.now() + 1000))]);
    expect(await returned()).toEqual({ returned: 2, bounced: 1 });
    await rebuildRollUps(testContext);
    expect(await returned()).toEqual({ returned: 2, bounced: 1 });
  });
});
