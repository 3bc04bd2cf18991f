import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { activeDrills, forgetDrills } from '@/lib/outages/active-drills';
import { playDrill } from '@/lib/outages/play';
import { forgetProviders } from '@/lib/providers/cache';
import { checkHealth } from '@/lib/providers/health/check-provider';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { registerStage, STAGE } from '@/lib/testing/stage';
import { POST as end } from './[id]/end/route';
import { GET as get } from './[id]/route';
import { GET as list, POST as start } from './route';

useTestDatabase();

let token: string;
let main: { id: string; name: string };
beforeAll(async () => {
  token = await makeToken();
});
beforeEach(async () => {
  await sql()`delete from providers`;
  await sql()`delete from messages`;
  main = await makeProvider({ name: 'Main', kind: 'sandbox', priority: 90 });
  await makeProvider({ name: 'Backup', kind: 'sandbox', priority: 10, costPerMessage: '0.002' });
  forgetEverything();
});

/** What is read at most once a second is read anew. */
function forgetEverything() {
  forgetDrills();
  forgetProviders();
  forgetFacts();
}

const begin = (body: object = {}) =>
  call(start, { token, body: { provider: 'Main', mode: 'down', minutes: 5, ...body } });
const reportOf = async (id: string) => (await call(get, { token, params: { id } })).body.report;
const stop = (id: string) => call(end, { token, method: 'POST', params: { id } });
/** As if the drill had begun and ended that much earlier. */
const age = async (minutes: number) => {
  await sql()`update drills set started_at = started_at - make_interval(mins => ${minutes}), ends_at = ends_at - make_interval(mins => ${minutes})`;
  forgetEverything();
};

async function send(input: Parameters<typeof makeMessage>[0] = {}) {
  const { id } = await makeMessage(input);
  forgetFacts();
  await deliverMessages(newId(), [id]);
  const [message] = await sql()`
    select m.id, m.status, p.name as provider from messages m left join providers p on p.id = m.provider_id where m.id = ${id}`;
  return message!;
}
const healthOf = async (id: string) =>
  (await sql()`select * from provider_health where provider_id = ${id}`)[0]!;

describe('a sandbox that is played as down', () => {
  it('lets the next provider take over, and the report tells it', async () => {
    const { status, body } = await begin();
    expect(status).toBe(201);
    expect(body).toMatchObject({ provider: { name: 'Main' }, mode: 'down', traffic: 'all', running: true });
    expect(await send()).toMatchObject({ status: 'captured', provider: 'Backup' });
    expect(await send()).toMatchObject({ status: 'captured', provider: 'Backup' });
    expect(await reportOf(body.id)).toMatchObject({
      attempts: 2,
      touched: 2,
      outcome: {
        sentByOthers: 0,
        capturedByOthers: 2,
        capturedByItself: 0,
        waiting: 0,
        parked: 0,
        failed: 0,
      },
      failovers: [{ to: 'Backup', messages: 2 }],
      extraCost: '0',
      recoveredAt: null,
    });
  });

  it('opens its breaker, fails its checks and recovers after the end', async () => {
    const { body } = await begin();
    for (let nr = 0; nr < 5; nr++) await send();
    expect(await healthOf(main.id)).toMatchObject({ open_until: expect.any(Date) });
    expect(await checkHealth(main.id)).toMatchObject({ ok: false, cause: 'refused' });
    expect(await stop(body.id)).toMatchObject({ status: 200, body: { running: false, stopped: true } });
    await sql()`update provider_health set open_until = now() - interval '1 second' where provider_id = ${main.id}`;
    forgetEverything();
    expect(await send()).toMatchObject({ status: 'captured', provider: 'Main' });
    const report = await reportOf(body.id);
    expect(report).toMatchObject({ touched: 5, recoveredAt: expect.any(String) });
    expect(report.recoveryMs).toBeGreaterThanOrEqual(0);
    expect(report.changes.map(({ type }: { type: string }) => type)).toEqual([
      'breaker_opened',
      'check_failed',
      'breaker_closed',
    ]);
  });

  it('ends by its time alone', async () => {
    await begin({ minutes: 1 });
    await age(1);
    expect(await activeDrills()).toEqual([]);
    expect(await send()).toMatchObject({ provider: 'Main' });
  });

  it('counts what waits while nobody else is there', async () => {
    await sql()`update providers set active = false where name = 'Backup'`;
    forgetEverything();
    const { body } = await begin();
    await send();
    expect(await reportOf(body.id)).toMatchObject({ outcome: { waiting: 1 }, failovers: [], extraCost: '0' });
  });
});

describe('over its quota', () => {
  it('is passed over until the end; ended before, at once again', async () => {
    const { body } = await begin({ mode: 'quota' });
    expect(await send()).toMatchObject({ provider: 'Backup' });
    forgetEverything();
    expect(await send()).toMatchObject({ provider: 'Backup' });
    expect(await reportOf(body.id)).toMatchObject({ attempts: 1, touched: 1 });
    expect(await healthOf(main.id)).toMatchObject({ consecutive_failures: 0 });
    await stop(body.id);
    forgetEverything();
    expect(await send()).toMatchObject({ provider: 'Main' });
  });
});

describe('slow', () => {
  const SLOW = { slowSeconds: 1 };

  it('sends after a time that weights do not bear; elsewhere that time is not the fault of the provider', async () => {
    await updateSettings(testContext, { delivery: { healing: SLOW } });
    await begin({ mode: 'slow' });
    const elsewhere = playDrill({ id: main.id, kind: 'smtp' }, { tags: ['drill'], addresses: [] });
    expect(await send()).toMatchObject({ status: 'captured', provider: 'Main' });
    const [attempt] = await sql()`select duration_ms from attempts where provider_id = ${main.id}`;
    expect(attempt!.duration_ms).toBeGreaterThanOrEqual(1_900);
    expect(await sql()`select attempts_slow from delivery_minutes where provider_id = ${main.id}`).toEqual([
      { attempts_slow: 1 },
    ]);
    expect(await elsewhere).toEqual({ result: null, ownMs: 2_000 });
    await updateSettings(testContext, { delivery: { healing: { slowSeconds: 10 } } });
  });
});

describe('a real provider', () => {
  it('is played for marked messages only, without any consequence for it', async () => {
    await sql()`update providers set kind = 'smtp', settings = '{"host": "127.0.0.1", "port": 1, "security": "none"}'
      where name = 'Main'`;
    await sql()`update providers set kind = ${STAGE} where name = 'Backup'`;
    registerStage();
    forgetEverything();
    const failovers = () => sql()`select failovers::int from failover_hours where from_id = ${main.id}`;
    for (const mode of ['down', 'quota']) {
      const { body } = await begin({ mode });
      expect(body).toMatchObject({ traffic: 'tagged' });
      expect(await send({ tags: ['drill'] })).toMatchObject({ status: 'sent', provider: 'Backup' });
      expect(await healthOf(main.id)).toMatchObject({ consecutive_failures: 0, open_until: null });
      expect(await sql()`select from delivery_minutes where provider_id = ${main.id}`).toEqual([]);
      expect(
        await sql()`select from usage_windows where owner_id = ${main.id} and unit = 'provider'`,
      ).toEqual([]);
      expect(await failovers()).toEqual([]);
      expect(await reportOf(body.id)).toMatchObject({ touched: 1, failovers: [{ to: 'Backup' }] });
      await stop(body.id);
    }
    const { body } = await begin();
    await send();
    expect(await healthOf(main.id)).toMatchObject({ consecutive_failures: 1 });
    expect(await reportOf(body.id)).toMatchObject({ touched: 0 });
    expect(await failovers()).toEqual([{ failovers: 1 }]);
    await rebuildRollUps(testContext);
    expect(await failovers()).toEqual([{ failovers: 1 }]);
  });
});

describe('test messages', () => {
  it('are accepted with the drill, one a second, marked; those left are canceled with it', async () => {
    const { body } = await begin({ messages: 3, to: 'ana@sandbox.test' });
    const rows = await sql()`
      select id, status, tags, recipient_addresses, scheduled_at - accepted_at as delay from messages order by id`;
    expect(rows).toMatchObject([
      { status: 'queued', tags: ['drill'], recipient_addresses: ['ana@sandbox.test'], delay: null },
      { status: 'scheduled', tags: ['drill'] },
      { status: 'scheduled', tags: ['drill'] },
    ]);
    await deliverMessages(newId(), [rows[0]!.id]);
    expect(await reportOf(body.id)).toMatchObject({
      tests: { accepted: 3, sent: 0, captured: 1, around: 0 },
      touched: 1,
    });
    await stop(body.id);
    expect(await sql()`select status from messages order by id`).toMatchObject([
      { status: 'captured' },
      { status: 'canceled' },
      { status: 'canceled' },
    ]);
  });

  it('that are refused end the drill with the reason', async () => {
    await sql()`update providers set from_email = null`;
    forgetEverything();
    expectProblem(await begin({ messages: 1 }), 400, 'validation_failed');
    expect(await activeDrills()).toEqual([]);
  });
});

it('lists them, newest first', async () => {
  const first = await begin();
  await stop(first.body.id);
  const second = await begin({ mode: 'slow' });
  const page = await call(list, { token, query: { limit: '1' } });
  expect(page.body.data).toMatchObject([{ id: second.body.id, mode: 'slow', running: true }]);
  const next = await call(list, { token, query: { limit: '1', cursor: page.body.nextCursor } });
  expect(next.body).toMatchObject({ data: [{ id: first.body.id, running: false }], nextCursor: null });
});
