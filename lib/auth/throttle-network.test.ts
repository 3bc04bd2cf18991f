import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { countNetworkAttempt, returnNetworkAttempt } from './throttle-network';

useTestDatabase();

const passed = async (ip: string, times: number) => {
  const results = await Promise.allSettled(Array.from({ length: times }, () => countNetworkAttempt(ip)));
  for (const result of results)
    if (result.status === 'rejected')
      expect(result.reason).toMatchObject({
        code: 'too_many_attempts',
        status: 429,
        options: { retryAfterSeconds: 30 },
      });
  return results.filter(({ status }) => status === 'fulfilled').length;
};

it('counts a hundred guesses at once as a hundred: twenty pass', async () => {
  expect(await passed('192.0.2.1', 100)).toBe(20);
});

it('takes a mapped address for the same, and another one for another', async () => {
  expect(await passed('192.0.2.2', 20)).toBe(20);
  expect(await passed('::ffff:192.0.2.2', 1)).toBe(0);
  expect(await passed('192.0.2.3', 1)).toBe(1);
});

it('gives one back each half minute, and never more than twenty', async () => {
  expect(await passed('192.0.2.4', 30)).toBe(20);
  const later = (seconds: number) =>
    sql()`update sign_in_networks set spent_until = spent_until - make_interval(secs => ${seconds}) where network = '192.0.2.4'`;
  await later(29);
  expect(await passed('192.0.2.4', 5)).toBe(0);
  await later(32);
  expect(await passed('192.0.2.4', 5)).toBe(2);
  await later(86_400);
  expect(await passed('192.0.2.4', 30)).toBe(20);
});

it('gives back what was no guess', async () => {
  expect(await passed('192.0.2.5', 20)).toBe(20);
  await returnNetworkAttempt('192.0.2.5');
  expect(await passed('192.0.2.5', 5)).toBe(1);
});
