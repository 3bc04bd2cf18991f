import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));

const message = (n: number) => ({ to: `u${n}@example.com`, subject: `Receipt ${n}`, text: 'Thank you.' });

describeAccess('POST', POST, {
  scope: 'messages:send',
  role: 'technician',
  request: { body: { messages: [message(1)] } },
});

describe('POST /api/v1/messages/batch', () => {
  it('takes 1,000 in order, with a wake-up for every twenty', async () => {
    await sql()`delete from graphile_worker._private_jobs`;
    const messages = Array.from({ length: 1000 }, (_, n) => message(n));
    const { status, body } = await call(POST, { token: await makeToken(), body: { messages } });
    expect(status).toBe(200);
    const results = (body as { results: { id: string; status: string }[] }).results;
    expect(results).toHaveLength(1000);
    const rows = await sql()<{ id: string; subject: string }[]>`
      select id, subject from messages where id = any(${results.map(({ id }) => id)}::uuid[])`;
    const subjects = new Map(rows.map(({ id, subject }) => [id, subject]));
    expect(results.map(({ id }) => subjects.get(id))).toEqual(messages.map(({ subject }) => subject));
    const [jobs] = await sql()<{ count: number; ids: number }[]>`
      select count(*)::int as count, sum(json_array_length(payload->'ids'))::int as ids from graphile_worker._private_jobs`;
    expect(jobs!.ids).toBe(1000);
    // Fifty, and one more wherever a second ends among them.
    expect(jobs!.count).toBeLessThan(100);
  });

  it('refuses a bad one by itself and takes its neighbours', async () => {
    const messages = [message(1), { ...message(2), to: 'nobody' }, message(3)];
    const { body } = await call(POST, { token: await makeToken(), body: { messages } });
    expect(body).toMatchObject({
      results: [
        { status: 'queued' },
        { error: { status: 400, code: 'validation_failed', errors: [{ path: 'to' }] } },
        { status: 'queued' },
      ],
    });
  });

  it('answers the first answers again for the same key', async () => {
    const request = {
      token: await makeToken(),
      body: { messages: [message(1), message(2)] },
      headers: { 'idempotency-key': 'invoices-2026-11' },
    };
    const first = await call(POST, request);
    expect((await call(POST, request)).body).toEqual(first.body);
  });

  it.each([{ messages: [] }, { messages: Array.from({ length: 1001 }, (_, n) => message(n)) }, {}])(
    'wants 1 to 1,000 messages',
    async (body) => {
      expectProblem(await call(POST, { token: await makeToken(), body }), 400, 'validation_failed');
    },
  );
});
