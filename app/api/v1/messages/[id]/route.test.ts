import { beforeAll, describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem, type Handler, signIn } from '@/lib/testing/http';
import { POST as cancel } from './cancel/route';
import { POST as resend } from './resend/route';
import { GET, PATCH } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  await makeProvider({ name: 'Main' });
  token = await makeToken();
});

const access = { role: 'viewer', request: { params: { id: newId() } } } as const;
const write = { role: 'technician', request: { ...access.request, method: 'POST' } } as const;
describeAccess('GET', GET, { ...access, scope: 'messages:read' });
describeAccess('cancel', cancel, { ...write, scope: 'messages:write' });
describeAccess('PATCH', PATCH, {
  role: 'technician',
  scope: 'messages:write',
  request: { ...access.request, method: 'PATCH', body: { scheduledAt: new Date().toISOString() } },
});
describeAccess('resend', resend, { ...write, scope: 'messages:write' });

const on = (handler: Handler, id: string, method: 'GET' | 'POST' = 'POST') =>
  call(handler, { token, method, params: { id } });

async function makeSent(): Promise<string> {
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  return id;
}

async function makeBounced(): Promise<string> {
  const { id } = await makeMessage({ to: 'bounce@sandbox.test' });
  await deliverMessages(newId(), [id]);
  return id;
}

describe('GET', () => {
  it('tells all of a message: attempts with outcomes and candidates, events with times', async () => {
    const { id } = await makeMessage({ to: 'ana@example.com', metadata: { invoice: '13' } });
    await deliverMessages(newId(), [id]);
    const { status, body } = await on(GET, id, 'GET');
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, status: 'sent', provider: 'Main', metadata: { invoice: '13' } });
    expect(body.attempts).toEqual([
      {
        id: expect.any(String),
        provider: 'Main',
        startedAt: expect.any(String),
        finishedAt: expect.any(String),
        durationMs: expect.any(Number),
        outcomes: [
          { address: 'ana@example.com', outcome: 'accepted', code: '250', reply: expect.any(String) },
        ],
        cost: '0',
        candidates: [{ provider: 'Main', rank: 1, reason: 'chosen', strategy: 'priority', score: 0.5 }],
        transcript: null,
      },
    ]);
    expect(body.events.map((event: { type: string }) => event.type)).toEqual(['queued', 'sent']);
    for (const { at } of body.events) expect(new Date(at).toISOString()).toBe(at);
  });

  it.each(['no-id', newId(), '%', "'; drop table messages"])('404: %s', async (id) => {
    expectProblem(await on(GET, id, 'GET'), 404, 'not_found');
  });
});

describe('cancel', () => {
  it('stops a message that waits', async () => {
    const { id } = await makeMessage();
    expect((await on(cancel, id)).body).toEqual({ id, status: 'canceled' });
    expect((await on(GET, id, 'GET')).body).toMatchObject({ status: 'canceled', dueAt: null });
  });

  it('works for a technician in the panel', async () => {
    const { id } = await makeMessage();
    const cookie = await signIn('technician');
    expect((await call(cancel, { cookie, method: 'POST', params: { id } })).status).toBe(200);
  });

  it('409: what was sent stays sent, and what came to rest stays as it is', async () => {
    for (const [id, status] of [
      [await makeSent(), 'sent'],
      [await makeBounced(), 'bounced'],
    ] as const) {
      const refused = await on(cancel, id);
      expectProblem(refused, 409, 'not_cancelable');
      expect(refused.body.detail).toBe(
        `The message is ${status}; only one that still waits, or whose outcome nobody knows, can be canceled.`,
      );
      expect((await on(GET, id, 'GET')).body.status).toBe(status);
    }
  });

  it('404', async () => expectProblem(await on(cancel, newId()), 404, 'not_found'));
});

describe('PATCH', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const reschedule = (id: string, body: unknown) =>
    call(PATCH, { token, method: 'PATCH', params: { id }, body });

  it('moves a message to another time', async () => {
    const { id } = await makeMessage({ scheduledAt: inHours(1) });
    const scheduledAt = inHours(2);
    expect((await reschedule(id, { scheduledAt })).body).toEqual({ id, status: 'scheduled', scheduledAt });
  });

  it('400: the past, no time, and after it expires', async () => {
    const scheduledAt = inHours(1);
    const { id } = await makeMessage({ scheduledAt, expiresAt: inHours(2) });
    for (const [given, message] of [
      [inHours(-1), 'is in the past'],
      [inHours(3), 'is after the message expires'],
    ]) {
      const refused = await reschedule(id, { scheduledAt: given });
      expectProblem(refused, 400, 'validation_failed', 'scheduledAt');
      expect(refused.body.errors[0].message).toBe(message);
    }
    for (const body of [{ scheduledAt: 'tomorrow' }, { scheduledAt: null }, {}])
      expectProblem(await reschedule(id, body), 400, 'validation_failed', 'scheduledAt');
    expect((await on(GET, id, 'GET')).body).toMatchObject({ status: 'scheduled', scheduledAt });
  });

  it('409: a message that was sent', async () => {
    const refused = await reschedule(await makeSent(), { scheduledAt: inHours(1) });
    expectProblem(refused, 409, 'conflict');
    expect(refused.body.detail).toMatch(/^The message is sent; only one that was not tried yet/);
  });

  it('404', async () =>
    expectProblem(await reschedule(newId(), { scheduledAt: inHours(1) }), 404, 'not_found'));
});

describe('resend', () => {
  it('queues a message that came to rest without success', async () => {
    const id = await makeBounced();
    expect((await on(resend, id)).body).toEqual({ id, status: 'queued' });
  });

  it('sends to a corrected address as another message, and once for all repetitions', async () => {
    const id = await makeBounced();
    const body = { correct: { 'bounce@sandbox.test': 'bueno@example.com' } };
    const ask = () => call(resend, { token, params: { id }, body, headers: { 'idempotency-key': id } });
    const first = await ask();
    expect(first.body).toEqual({ id: expect.any(String), status: 'queued', follows: id });
    expect((await ask()).body).toEqual(first.body);
    expect((await on(GET, first.body.id, 'GET')).body).toMatchObject({
      follows: id,
      to: ['bueno@example.com'],
    });
  });

  it('400: a correction of nobody, to no address, or beside another wish', async () => {
    const id = await makeBounced();
    const ask = (body: unknown) => call(resend, { token, params: { id }, body });
    const wrong = { 'bounce@sandbox.test': 'no address' };
    expectProblem(await ask({ correct: {} }), 400, 'validation_failed', 'correct');
    expectProblem(await ask({ correct: wrong }), 400, 'validation_failed', 'correct.bounce@sandbox.test');
    expectProblem(await ask({ correct: wrong, again: true }), 400, 'validation_failed');
  });

  it('takes an empty object, and no body that says it is one', async () => {
    for (const [body, headers] of [
      [{}, {}],
      ['', { 'content-length': '0' }],
    ] as const)
      expect((await call(resend, { token, params: { id: await makeBounced() }, body, headers })).status).toBe(
        200,
      );
  });

  it('409: a message that still waits, or was sent', async () => {
    const { id } = await makeMessage();
    expectProblem(await on(resend, id), 409, 'not_resendable');
    await deliverMessages(newId(), [id]);
    expectProblem(await on(resend, id), 409, 'not_resendable');
  });

  it('404', async () => expectProblem(await on(resend, newId()), 404, 'not_found'));
});
