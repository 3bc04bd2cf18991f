import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { readInbound } from '@/lib/inbound/read-inbound';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeInbound, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST as replayOne } from './[id]/replay/route';
import { GET as getOne } from './[id]/route';
import { POST as replayMany } from './replay/route';
import { GET } from './route';

useTestDatabase();

let token: string;
let id: string;
beforeAll(async () => {
  token = await makeToken();
  const { id: provider } = await makeProvider({ name: 'Sandbox', kind: 'sandbox' });
  ({ id } = await makeInbound(provider, '<b>no JSON</b>', { from: 'us' }));
  await readInbound();
});

describeAccess('stored webhooks', GET, { scope: 'events:read', role: 'viewer' });
describeAccess('a stored webhook', getOne, { scope: 'events:read', role: 'technician' });

describe('GET /inbound', () => {
  it('tells what was posted and why it was not understood', async () => {
    const { status, body } = await call(GET, { token, query: { state: 'failed', provider: 'sandbox' } });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          id,
          provider: 'Sandbox',
          state: 'failed',
          receivedAt: expect.stringMatching(/Z$/),
          readAt: expect.stringMatching(/Z$/),
          error: expect.stringContaining('JSON'),
          sizeBytes: 14,
        },
      ],
      nextCursor: null,
    });
  });

  it.each([
    ['state', 'lost'],
    ['since', 'yesterday'],
    ['limit', '101'],
    ['cursor', 'x'],
  ])('refuses %s=%s', async (name, value) => {
    expectProblem(await call(GET, { token, query: { [name]: value } }), 400, 'validation_failed', name);
  });
});

describe('GET /inbound/{id}', () => {
  it('has it as it came in', async () => {
    const { status, body } = await call(getOne, { token, params: { id } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, body: '<b>no JSON</b>', headers: { from: 'us' } });
  });

  it.each([newId(), 'x'])('knows none of id %s', async (other) => {
    expectProblem(await call(getOne, { token, params: { id: other } }), 404, 'not_found');
  });
});

describe('POST /inbound/{id}/replay and /inbound/replay', () => {
  it('have it read again, and say so in the audit log', async () => {
    const { status, body } = await call(replayOne, { method: 'POST', token, params: { id } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, state: 'waiting', error: null });
    await readInbound();
    const many = await call(replayMany, { method: 'POST', token, body: { provider: 'Sandbox' } });
    expect(many.body).toMatchObject({ matched: 1, replayed: 1 });
    await readInbound();
    const rows = await sql()<{ action: string }[]>`
      select action from audit_log where action like 'inbound%' order by id`;
    expect(rows.map(({ action }) => action)).toEqual(['inbound.replay', 'inbound.replay_many']);
  });

  it('are for who may change providers', async () => {
    const reader = await makeToken(['events:read']);
    const one = { method: 'POST' as const, token: reader, params: { id } };
    expectProblem(await call(replayOne, one), 403, 'forbidden');
    const many = { method: 'POST' as const, token: reader, body: { provider: 'Sandbox' } };
    expectProblem(await call(replayMany, many), 403, 'forbidden');
  });

  it('know no other, and want to be told whose', async () => {
    const post = { method: 'POST' as const, token };
    expectProblem(await call(replayOne, { ...post, params: { id: newId() } }), 404, 'not_found');
    expectProblem(await call(replayMany, { ...post, body: { provider: 'nobody' } }), 404, 'not_found');
    expectProblem(await call(replayMany, { ...post, body: {} }), 400, 'validation_failed', 'provider');
  });
});
