import { beforeEach, describe, expect, it } from 'vitest';
import { returnLeases } from '@/lib/capacity/leases';
import { forgetWarmUps } from '@/lib/capacity/warm-ups';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { startWarmUp, stopWarmUp } from './change';
import { listWarmUps } from './find';
import { keepWarmUps } from './keep-warm-ups';
import { WarmUpInput } from './schema';

useDatabaseForEachTest();
beforeEach(forgetWarmUps);

const DAY_MS = 86_400_000;
const start = (input: object) => startWarmUp(testContext, WarmUpInput.parse(input));
const find = async () => (await listWarmUps(testContext)).data[0]!;

async function setUp() {
  const own = await makeProvider({ name: 'own', priority: 10 });
  const paid = await makeProvider({ name: 'paid', priority: 90 });
  return { own, paid };
}

async function sendMany(count: number, from = 'ana@clinic.example') {
  const made = await Promise.all(Array.from({ length: count }, () => makeMessage({ from })));
  return made.map(({ id }) => id);
}

async function byWhom(ids: string[]): Promise<Record<string, number>> {
  const messages = await Promise.all(ids.map((id) => getMessage(testContext, id)));
  const grouped = Map.groupBy(messages, ({ attempts }) => attempts.at(-1)?.provider ?? 'nobody');
  return Object.fromEntries([...grouped].map(([provider, list]) => [provider, list.length]));
}

describe('a warm-up', () => {
  it('gives the day first to the new server and the rest to the others, to the message, over several workers', async () => {
    await setUp();
    await start({ provider: 'own' });
    const ids = await sendMany(30);
    // Three workers at once, each with a part of them.
    await Promise.all(
      [0, 1, 2].map((n) =>
        deliverMessages(
          newId(),
          ids.filter((_id, at) => at % 3 === n),
        ),
      ),
    );
    expect(await byWhom(ids)).toEqual({ own: 10, paid: 20 });
    expect(await find()).toMatchObject({ used: 10, allowance: 10, day: 1, days: 45 });
    const [message] = await Promise.all(ids.slice(-1).map((id) => getMessage(testContext, id)));
    const reasons = message!.attempts[0]!.candidates.map(({ provider, reason }) => `${provider} ${reason}`);
    expect(reasons).toContainEqual(expect.stringMatching(/^own warm_up/));
  });

  it('is found by the name or the id of its provider', async () => {
    const { own } = await setUp();
    await start({ provider: 'own' });
    await start({ provider: 'paid' });
    for (const provider of ['own', own.id])
      expect((await listWarmUps(testContext, { provider })).data).toMatchObject([
        { provider: { name: 'own' } },
      ]);
    expect((await listWarmUps(testContext)).data).toHaveLength(2);
  });

  it('holds what nobody else may take, and looks again a quarter of an hour later', async () => {
    await makeProvider({ name: 'own' });
    await start({ provider: 'own' });
    await deliverMessages(newId(), await sendMany(10));
    const [id] = await sendMany(1);
    forgetWarmUps();
    await deliverMessages(newId(), [id!]);
    const [row] = await sql()<{ status: string; reason: string; minutes: number }[]>`
      select status, reason, extract(epoch from due_at - now())::float8 / 60 as minutes from messages where id = ${id!}`;
    expect(row).toMatchObject({ status: 'parked', reason: 'warm_up' });
    expect(row!.minutes).toBeLessThanOrEqual(16);
  });

  it('keeps nothing urgent waiting: by others first, else beyond the plan', async () => {
    await makeProvider({ name: 'own' });
    await start({ provider: 'own' });
    await deliverMessages(newId(), await sendMany(10));
    forgetWarmUps();
    const urgent = async () => {
      const { id } = await makeMessage({ from: 'ana@clinic.example', priority: 'urgent' });
      await deliverMessages(newId(), [id]);
      return id;
    };
    const alone = await urgent();
    expect(await byWhom([alone])).toEqual({ own: 1 });
    expect((await getMessage(testContext, alone)).status).toBe('sent');
    await makeProvider({ name: 'paid', priority: 1 });
    expect(await byWhom([await urgent()])).toEqual({ paid: 1 });
  });

  it('is of one domain alone where that is wanted, and of nobody once it is stopped', async () => {
    await setUp();
    const { id } = await start({ provider: 'own', domain: 'clinic.example' });
    const others = await sendMany(3, 'ana@school.example');
    await deliverMessages(newId(), others);
    expect(await byWhom(others)).toEqual({ paid: 3 });
    const own = await sendMany(12);
    await deliverMessages(newId(), own);
    expect(await byWhom(own)).toEqual({ own: 10, paid: 2 });
    await stopWarmUp(testContext, { id });
    const later = await sendMany(2);
    await deliverMessages(newId(), later);
    expect(await byWhom(later)).toEqual({ paid: 2 });
    expect((await listWarmUps(testContext)).data).toEqual([]);
  });

  it('counts what was not sent for nothing', async () => {
    await setUp();
    await start({ provider: 'own' });
    const { id } = await makeMessage({ from: 'ana@clinic.example', to: 'down+own@sandbox.test' });
    await deliverMessages(newId(), [id]);
    expect(await byWhom([id])).toEqual({ paid: 1 });
    await returnLeases();
    expect(await find()).toMatchObject({ used: 0 });
  });

  it('is there once for each, for real providers of mail', async () => {
    await setUp();
    await start({ provider: 'own' });
    await expect(start({ provider: 'own', plan: 'usual' })).rejects.toMatchObject({ code: 'name_taken' });
    await start({ provider: 'own', domain: 'clinic.example' });
    await expect(start({ provider: 'nobody' })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(stopWarmUp(testContext, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a new day', () => {
  const tomorrow = () => new Date(Date.now() + DAY_MS);

  it('goes on where enough was sent and arrived, once whatever runs', async () => {
    await setUp();
    await start({ provider: 'own' });
    await deliverMessages(newId(), await sendMany(12));
    await Promise.all([keepWarmUps(tomorrow()), keepWarmUps(tomorrow())]);
    expect(await find()).toMatchObject({
      day: 2,
      allowance: 15,
      history: [{ day: 0, allowance: 10, sent: 10, bounced: 0, move: 'on', reason: 'good' }],
    });
  });

  it('stays where it is without mail, and today is left alone', async () => {
    await setUp();
    await start({ provider: 'own' });
    await keepWarmUps(new Date());
    expect((await find()).history).toEqual([]);
    await keepWarmUps(tomorrow());
    expect(await find()).toMatchObject({ day: 1, history: [{ sent: 0, move: 'hold', reason: 'too_few' }] });
  });

  it('goes back where addresses did not exist', async () => {
    await setUp();
    const { id } = await start({ provider: 'own' });
    await sql()`update warm_ups set day = 3, allowance = 50 where id = ${id}`;
    forgetWarmUps();
    const to = 'bounce@sandbox.test';
    const bad = await Promise.all([1, 2, 3, 4].map(() => makeMessage({ from: 'ana@clinic.example', to })));
    await deliverMessages(newId(), [...bad.map((message) => message.id), ...(await sendMany(30))]);
    await keepWarmUps(tomorrow());
    expect(await find()).toMatchObject({
      day: 3,
      allowance: 20,
      history: [{ bounced: 4, move: 'back', reason: 'bounces' }],
    });
  });
});
