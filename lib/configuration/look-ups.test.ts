import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { useTestDatabase } from '@/lib/testing/database';
import type { Zones } from '@/lib/testing/dns-zones';
import { testContext } from '@/lib/testing/factories';
import { type ServedDns, serveDns } from '@/lib/testing/serve-dns';
import { applyConfiguration } from './apply';

useTestDatabase();

let dns: ServedDns;
/** At each question: how many documents were being applied. */
const open: number[] = [];

beforeAll(async () => {
  const zones: Zones = {
    'hook.example.net': [{ A: '93.184.215.14' }],
    'api.example.net': [{ A: '93.184.215.15' }],
    'inside.example.net': [{ A: '10.0.0.7' }],
  };
  dns = await serveDns(zones, { onQuestion: async () => open.push(await countOpen()) });
  vi.stubEnv('RELEVO_DNS_SERVERS', dns.address);
  forgetEnv();
});
afterAll(() => dns.close());

async function countOpen(): Promise<number> {
  const [row] = await sql()<{ count: number }[]>`
    select count(*)::int as count from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and d.datname = current_database()`;
  return row!.count;
}

const document = (hook: string) => `relevo: 1
providers:
  Grid:
    kind: sendgrid
    settings: { endpoint: "https://api.example.net" }
    secrets: { apiKey: SG.0123456789 }
webhooks:
  Shop: { url: "https://${hook}/hook" }
`;

it('asks DNS for what is to be reached before its transaction begins, and refuses what may not be', async () => {
  await expect(applyConfiguration(testContext, document('inside.example.net'))).rejects.toMatchObject({
    errors: [expect.objectContaining({ path: 'webhooks.Shop.url', code: 'private_target' })],
  });
  expect((await applyConfiguration(testContext, document('hook.example.net'))).added).toBe(2);
  const names = new Set(dns.asked.map(({ name }) => name));
  expect([...names].toSorted()).toEqual(['api.example.net', 'hook.example.net', 'inside.example.net']);
  expect(new Set(open)).toEqual(new Set([0]));
});
