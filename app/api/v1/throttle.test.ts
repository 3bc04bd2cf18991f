import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetOldSignIns } from '@/lib/auth/forget-old';
import { countNetworkAttempt } from '@/lib/auth/throttle-network';
import { sql } from '@/lib/database/db';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken, testContext } from '@/lib/testing/factories';
import { type Answer, call } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { TokenInput } from '@/lib/tokens/schema';
import { GET } from './queue/route';

useTestDatabase();

let token: string;
let next = 0;
let ip: string;
beforeAll(async () => {
  token = await makeToken(['messages:read']);
});
// Each test from a network of its own: what a process remembers of one is not undone.
beforeEach(() => {
  ip = `198.51.100.${++next}`;
});

const ask = (address: string, headers: Record<string, string> = {}) =>
  call(GET, { headers: { [CLIENT_ADDRESS_HEADER]: address, ...headers } });
const wrong = { authorization: 'Bearer rlv_wrong' };
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted();
const many = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make));

describe('requests without a token that works', () => {
  it('say how many more there may be, and then when', async () => {
    const [first] = await many(1, () => ask(ip));
    expect(first!.status).toBe(401);
    expect(first!.headers.get('ratelimit-limit')).toBe('60');
    expect(first!.headers.get('ratelimit-remaining')).toBe('59');
    expect(first!.headers.get('ratelimit-reset')).toBe('1');
    expect(first!.headers.get('www-authenticate')).toBe('Bearer');
    await many(80, () => ask(ip, wrong));
    const refused = await ask(ip);
    expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
  });

  it('are sixty at once, of a hundred from one address', async () => {
    const answers = statuses(await many(100, () => ask(ip, wrong)));
    const passed = answers.filter((status) => status === 401).length;
    // One comes back each second.
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThanOrEqual(63);
    expect(new Set(answers)).toEqual(new Set([401, 429]));
  });

  it('keep nobody out who has one, behind the same address', async () => {
    await many(100, () => ask(ip, wrong));
    const right = await ask(ip, { authorization: `Bearer ${token}` });
    expect(right.status).toBe(200);
    expect((await ask(ip, wrong)).status).toBe(429);
  });

  it('count for a whole /64 of IPv6, and for no other network', async () => {
    await many(100, () => ask(`2001:db8:0:${next}::1`, wrong));
    expect((await ask(`2001:db8:0:${next}:ffff::9`, wrong)).status).toBe(429);
    expect((await ask(`2001:db8:1:${next}::1`, wrong)).status).toBe(401);
  });

  it('come back with time', async () => {
    await many(60, () => ask(ip, wrong));
    await sql()`update sign_in_networks set spent_until = spent_until - interval '30 s' where network = ${`api ${ip}`}`;
    const { status, headers } = await ask(ip, wrong);
    expect(status).toBe(401);
    expect(Number(headers.get('ratelimit-remaining'))).toBeGreaterThanOrEqual(29);
  });

  it('also count where the token may not be used from there, but not what a token may not do', async () => {
    const bounds = { name: 'office', scopes: ['messages:read'], allowedIps: ['203.0.113.0/24'] };
    const { token: bound } = await createToken(testContext, TokenInput.parse(bounds));
    const foreign = await ask(ip, { authorization: `Bearer ${bound}` });
    expect([foreign.status, foreign.headers.get('ratelimit-remaining')]).toEqual([403, '59']);
    const other = await makeToken(['metrics:read']);
    const forbidden = await ask(ip, { authorization: `Bearer ${other}` });
    expect([forbidden.status, forbidden.headers.get('ratelimit-remaining')]).toEqual([403, null]);
  });

  it('take nothing from who signs in, and leave no row for ever', async () => {
    await many(100, () => ask(ip, wrong));
    await countNetworkAttempt(ip);
    await sql()`update sign_in_networks set spent_until = now() - interval '2 days'`;
    await forgetOldSignIns();
    expect(await sql()`select network from sign_in_networks`).toEqual([]);
  });
});
