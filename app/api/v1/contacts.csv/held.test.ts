import { beforeAll, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import type { Handler } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { GET as exportAudit } from '../audit.csv/route';
import { GET as exportContacts } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

/** As a socket reads it: piece by piece, nothing put together. */
async function read(handler: Handler): Promise<{ bytes: number; largest: number; held: number }> {
  let [bytes, largest] = [0, 0];
  const held = await longestHoldMs(async () => {
    const request = new Request('http://relevo.test/', { headers: { authorization: `Bearer ${token}` } });
    const response = await handler(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(200);
    for await (const piece of response.body!) {
      bytes += piece.length;
      largest = Math.max(largest, piece.length);
    }
  });
  return { bytes, largest, held };
}

const KILOBYTE = 1024;

// 263 ms, and as much as a hundred megabytes in one piece.
it('people with as many fields as there may be leave others their turn', async () => {
  await read(exportContacts);
  await sql()`
    insert into contacts (id, identity, key, fields)
    select gen_random_uuid(), 'key:k' || n, 'k' || n, (select jsonb_object_agg('f' || f, repeat('x', 1000)) from generate_series(1, 50) f)
    from generate_series(1, 500) n`;
  const { bytes, largest, held } = await read(exportContacts);
  expect(bytes).toBeGreaterThan(500 * 50_000);
  expect(largest).toBeLessThan(200 * KILOBYTE);
  expect(held).toBeLessThan(50);
}, 60_000);

// 394 ms for five hundred of them.
it('so do changes of a hundred fields', async () => {
  await read(exportAudit);
  await sql()`
    insert into audit_log (id, actor_type, actor_label, action, request_id, after)
    select gen_random_uuid(), 'command', 'test', 'settings.update', 'r', (select jsonb_object_agg('f' || f, repeat('x', 1000)) from generate_series(1, 100) f)
    from generate_series(1, 120)`;
  const { bytes, largest, held } = await read(exportAudit);
  expect(bytes).toBeGreaterThan(120 * 100_000);
  expect(largest).toBeLessThan(400 * KILOBYTE);
  expect(held).toBeLessThan(50);
}, 60_000);
