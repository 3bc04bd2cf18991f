import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET, PATCH } from './[id]/route';
import { POST } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const sandbox = { kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' };
const create = (input: object) => call(POST, { token, body: { ...sandbox, ...input } });
const get = (id: string) => call(GET, { token, params: { id } });
const change = (id: string, body: object) => call(PATCH, { token, params: { id }, method: 'PATCH', body });

describe('a change that contradicts what is there', () => {
  it('400: limits that contradict, a budget that pays for nothing, a negative cost', async () => {
    const { id } = (await create({ name: 'Limited', costPerMessage: '0.01', limits: { day: 100 } })).body;
    const patch = (body: object) => change(id, body);
    expect((await patch({ monthlyFee: '20', budget: { monthly: '20.01', hard: true } })).status).toBe(200);
    const before = (await get(id)).body;
    for (const [body, path, message] of [
      [{ limits: { hour: 101, day: 100 } }, 'limits.hour', 'is more than the limit of 100 a day allows'],
      [
        { monthlyFee: '20.01' },
        'budget.monthly',
        'does not pay for a single message once the monthly fee is paid',
      ],
      [
        { costPerMessage: '-0.01' },
        'costPerMessage',
        'must be a decimal number such as "0.0008", not negative',
      ],
    ] as const) {
      const refused = await patch(body);
      expectProblem(refused, 400, 'validation_failed', path);
      expect(refused.body.errors[0].message).toBe(message);
    }
    expect((await get(id)).body).toEqual(before);
    expect((await patch({ monthlyFee: '20.01', budget: { monthly: '20', hard: false } })).status).toBe(200);
    // One of before this was refused can still be paused.
    await sql()`update providers set budget = '{"monthlyMicros": 1, "hard": true}' where id = ${id}`;
    expect((await patch({ active: false })).status).toBe(200);
  });

  it('400: a circle of fallbacks, however long', async () => {
    const { id } = (await create({ name: 'Ring A' })).body;
    const patch = (body: object) => change(id, body);
    expectProblem(await patch({ fallback: 'Ring A' }), 400, 'validation_failed', 'fallback');
    await create({ name: 'Ring B', fallback: 'Ring A' });
    expectProblem(await patch({ fallback: 'Ring B' }), 400, 'validation_failed', 'fallback');
    await create({ name: 'Ring C', fallback: 'Ring B' });
    const refused = await patch({ fallback: 'Ring C' });
    expectProblem(refused, 400, 'validation_failed', 'fallback');
    expect(refused.body.errors[0].message).toBe(
      'Ring C already falls back to this provider, by itself or by way of others.',
    );
  });
});

describe('a change that began before somebody else saved', () => {
  it('409 names what it would overwrite, by what; with the new version it is taken', async () => {
    const { id, version } = (await create({ name: 'Shared form', priority: 10 })).body;
    await change(id, { priority: 20 });
    const late = await change(id, { version, priority: 30, secrets: {} });
    expectProblem(late, 409, 'changed_meanwhile');
    expect((late.body as { errors: unknown }).errors).toEqual([
      {
        path: 'priority',
        message: 'is now 20, and you send 30',
        code: 'changed_meanwhile',
        params: { theirs: '20', yours: '30' },
      },
      expect.objectContaining({ path: 'version' }),
    ]);
    const again = await change(id, { version: version + 1, priority: 30 });
    expect(again).toMatchObject({ status: 200, body: { priority: 30, version: version + 2 } });
  });
});
