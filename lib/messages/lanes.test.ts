import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { type LoadedProvider, loadProvider } from '@/lib/providers/load';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { deliverMessages } from './deliver';
import { getMessage } from './get';
import { closeLanes, enterLane, type Place } from './lanes';

useTestDatabase();

const worker = newId();
const URGENT = 0;
const LOW = 3;

async function makeLane(): Promise<LoadedProvider> {
  const { id } = await makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port: 9, security: 'none', pool: { maxConnections: 1 } },
  });
  return (await loadProvider(id))!;
}

async function fill(provider: LoadedProvider): Promise<Place[]> {
  const places = await Promise.all([1, 2, 3].map(() => enterLane(provider, LOW)));
  return places.filter((place) => place !== null);
}

/** A free place is given without waiting for anything. */
function isWaiting(entry: Promise<unknown>): Promise<boolean> {
  return Promise.race([entry.then(() => false), setImmediate(true)]);
}

describe('a lane', () => {
  it('has three places for each connection', async () => {
    const provider = await makeLane();
    const places = await fill(provider);
    expect(places).toHaveLength(3);
    const next = enterLane(provider, LOW);
    expect(await isWaiting(next)).toBe(true);
    places[0]!.leave();
    expect(await next).not.toBeNull();
  });

  it('lets an urgent message pass all that wait', async () => {
    const provider = await makeLane();
    const places = await fill(provider);
    const order: string[] = [];
    const wait = (name: string, priority: number) =>
      enterLane(provider, priority).then((place) => {
        order.push(name);
        place?.leave();
      });
    const all = [wait('low 1', LOW), wait('low 2', LOW), wait('normal', 2), wait('urgent', URGENT)];
    places[0]!.leave();
    await Promise.all(all);
    expect(order).toEqual(['urgent', 'normal', 'low 1', 'low 2']);
  });

  it('is left once, however often it is said', async () => {
    const provider = await makeLane();
    const places = await fill(provider);
    places[0]!.leave();
    places[0]!.leave();
    expect(await enterLane(provider, LOW)).not.toBeNull();
    const late = enterLane(provider, LOW);
    expect(await isWaiting(late)).toBe(true);
    places[1]!.leave();
    await late;
  });
});

describe('immediate tries', () => {
  it('go to the same provider where it could not be reached, as often as the settings say', async () => {
    await updateSettings(testContext, {
      delivery: { retries: { immediateTries: 2, immediateDelaySeconds: 1 } },
    });
    const { name } = await makeProvider();
    const { id } = await makeMessage({ to: 'down@sandbox.test', providers: [name] });
    await deliverMessages(worker, [id]);
    const message = await getMessage(testContext, id);
    expect(message.attempts).toHaveLength(2);
    expect(message).toMatchObject({ status: 'retrying', retryCount: 1 });
    await updateSettings(testContext, { delivery: { retries: { immediateTries: 1 } } });
  });
});

describe('a worker that stops', () => {
  afterAll(() => sql()`delete from messages`);

  it('gives back what another provider should have taken over, and spends no try on it', async () => {
    const healthy = await makeProvider();
    const answer = Promise.withResolvers<string>();
    const { port, commands } = await startScriptedSmtp({ mail: answer.promise });
    const settings = { host: '127.0.0.1', port, security: 'none' };
    const failing = await makeProvider({ kind: 'smtp', settings });
    const { id } = await makeMessage({ providers: [failing.name, healthy.name] });
    const delivery = deliverMessages(worker, [id]);
    await vi.waitFor(() => expect(commands.at(-1)).toMatch(/^MAIL/), 10_000);
    closeLanes();
    answer.resolve('451 4.3.0 Out of order');
    await delivery;
    const message = await getMessage(testContext, id);
    expect(message).toMatchObject({ status: 'queued', reason: null, retryCount: 0 });
    expect(message.attempts.map(({ provider, finishedAt }) => [provider, finishedAt !== null])).toEqual([
      [failing.name, true],
    ]);
  });

  it('gives back what it has not begun, for another one to send at once', async () => {
    await makeProvider();
    const { id } = await makeMessage();
    await sql()`delete from graphile_worker._private_jobs`;
    closeLanes();
    await deliverMessages(worker, [id]);
    const [row] = await sql()`
      select claimed_by, claimed_until, (select count(*)::int from attempts where message_id = ${id}) as attempts,
        (select count(*)::int from graphile_worker.jobs where task_identifier = 'deliver') as jobs
      from messages where id = ${id}`;
    expect({ ...row }).toEqual({ claimed_by: null, claimed_until: null, attempts: 0, jobs: 1 });
    expect((await getMessage(testContext, id)).status).toBe('queued');
  });
});
