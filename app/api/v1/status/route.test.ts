import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { PRIORITIES } from '@/lib/queue/priority';
import { updateSettings } from '@/lib/settings/update';
import { describeAccess } from '@/lib/testing/access';
import { useDatabaseForEachTest, useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { beat, signOff } from '@/lib/workers/heartbeat';
import { GET as ready } from '../../health/ready/route';
import { GET as health } from '../../health/route';
import { GET as sandbox } from '../sandbox-messages/route';
import { GET as workers } from '../workers/route';
import { GET } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

for (const [title, handler] of Object.entries({ status: GET, workers, sandbox }))
  describeAccess(title, handler, { scope: 'messages:read', role: 'viewer' });

const worker = { id: newId(), startedAt: new Date(), poolIds: [] };

describe('status, workers and readiness', () => {
  useDatabaseForEachTest();
  let token: string;
  beforeEach(async () => {
    token = await makeToken();
  });

  async function makeFlow(): Promise<void> {
    await makeProvider({ name: 'Main' });
    await beat(worker);
  }

  /** With a worker that goes on beating, as a real one does: it is counted on for a few seconds only. */
  async function statusInFlow() {
    await beat(worker);
    return (await call(GET, { token })).body;
  }

  it('mail is stopped without a provider and without a worker', async () => {
    const { body } = await call(GET, { token });
    expect(body).toMatchObject({ flow: 'stopped', waiting: 0, oldestWaitingSeconds: null });
    expect(body.reasons.toSorted()).toEqual(['no_provider', 'no_worker']);
    expect((await call(workers, { token })).body).toEqual({ data: [], processes: [] });
    const answer = await ready();
    expect(answer.status).toBe(503);
    expect((await answer.json()).checks).toEqual({ database: true, migrations: true, worker: false });
  });

  it('mail flows with both, and the counts follow', async () => {
    await makeFlow();
    await makeMessage();
    const { id } = await makeMessage();
    await deliverMessages(worker.id, [id]);
    const body = await statusInFlow();
    expect(body).toMatchObject({ flow: 'flowing', reasons: [], waiting: 1, sentToday: 1, failedToday: 0 });
    expect((await call(workers, { token })).body.data).toMatchObject([{ id: worker.id, alive: true }]);
    expect((await ready()).status).toBe(200);
  });

  it('what is scheduled for later does not wait, and whatever is overdue does', async () => {
    await makeFlow();
    await makeMessage();
    const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
    const { id } = await makeMessage({ scheduledAt, priority: 'low' });
    expect(await statusInFlow()).toMatchObject({ reasons: [], waiting: 1, scheduled: 1 });
    for (const status of ['scheduled', 'retrying', 'parked']) {
      await sql()`
        update messages set status = ${status}, finished_at = null, due_at = now() - interval '6 minutes' where id = ${id}`;
      const body = await statusInFlow();
      expect(body.reasons).toContain('queue_old');
      expect(body.oldestWaitingSeconds).toBeGreaterThanOrEqual(360);
      await updateSettings(testContext, { delivery: { queue: { pausedPriorities: ['low'] } } });
      expect((await statusInFlow()).reasons).not.toContain('queue_old');
      await updateSettings(testContext, { delivery: { queue: { pausedPriorities: [] } } });
    }
  });

  it('mail is degraded while messages are retried', async () => {
    await makeFlow();
    const { id } = await makeMessage({ to: 'throttle@sandbox.test' });
    await deliverMessages(worker.id, [id]);
    expect(await statusInFlow()).toMatchObject({
      flow: 'degraded',
      reasons: ['retrying'],
      retrying: 1,
    });
  });

  it('nobody has sent anything before the first message went out', async () => {
    await makeFlow();
    const { id } = await makeMessage();
    expect(await statusInFlow()).toMatchObject({ flow: 'flowing', everSent: false });
    await deliverMessages(worker.id, [id]);
    expect((await statusInFlow()).everSent).toBe(true);
    await sql()`update delivery_minutes set minute = minute - interval '2 days'`;
    expect(await statusInFlow()).toMatchObject({ sentToday: 0, everSent: true });
  });

  it('mail is stopped while every provider has stopped by itself', async () => {
    await makeFlow();
    const other = await makeProvider({ name: 'Other' });
    await sql()`update provider_health set open_until = now() + interval '5 minutes' where provider_id <> ${other.id}`;
    expect(await statusInFlow()).toMatchObject({ flow: 'flowing', reasons: [] });
    await sql()`update provider_health set open_until = now() + interval '5 minutes'`;
    expect(await statusInFlow()).toMatchObject({ flow: 'stopped', reasons: ['all_failing'] });
  });

  it('mail is stopped while all priorities are paused, and not while some are', async () => {
    await makeFlow();
    await updateSettings(testContext, { delivery: { queue: { pausedPriorities: ['low'] } } });
    expect(await statusInFlow()).toMatchObject({ flow: 'degraded', reasons: ['paused'] });
    const pausedPriorities = [...PRIORITIES];
    await updateSettings(testContext, { delivery: { queue: { pausedPriorities } } });
    expect(await statusInFlow()).toMatchObject({ flow: 'stopped', reasons: ['all_paused'] });
  });

  it('a worker that signed off is gone', async () => {
    await makeFlow();
    expect((await call(GET, { token })).body.reasons).not.toContain('no_worker');
    await signOff(worker.id);
    expect((await call(GET, { token })).body.reasons).toContain('no_worker');
  });

  it('is alive', async () => expect(await health().json()).toEqual({ status: 'ok' }));
});

describe('sandbox inbox', () => {
  beforeAll(() => makeProvider({ name: 'Main' }));

  it('lists what was captured, newest first, page by page', async () => {
    for (const subject of ['one', 'two', 'three']) {
      const { id } = await makeMessage({ subject, to: ['ana@example.com', 'bounce@sandbox.test'] });
      await deliverMessages(worker.id, [id]);
    }
    const first = (await call(sandbox, { token, query: { limit: '2' } })).body;
    expect(first.data).toMatchObject([
      {
        subject: 'three',
        provider: 'Main',
        recipients: ['ana@example.com'],
        from: { email: 'clinic@example.com' },
      },
      { subject: 'two' },
    ]);
    const next = (await call(sandbox, { token, query: { limit: '2', cursor: first.nextCursor } })).body;
    expect(next.data[0]).toMatchObject({ subject: 'one' });
  });

  it('400', async () => {
    expectProblem(await call(sandbox, { token, query: { limit: '0' } }), 400, 'validation_failed', 'limit');
  });
});
