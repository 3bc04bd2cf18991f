import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { blockSeconds, countAttempt, forgetAttempts } from './throttle';

useTestDatabase();

describe('blockSeconds', () => {
  it('is nothing for four failures, then doubles up to a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 14, 15, 40].map(blockSeconds)).toEqual([0, 0, 1, 2, 4, 512, 900, 900]);
  });
});

describe('countAttempt', () => {
  it('counts a hundred guesses at once as a hundred: five pass', async () => {
    const guesses = Array.from({ length: 100 }, () => countAttempt('race@example.com'));
    const results = await Promise.allSettled(guesses);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'too_many_attempts', status: 429 });
  });

  it('lets one more through when the block is over, and blocks for longer', async () => {
    for (let i = 0; i < 5; i++) await countAttempt('slow@example.com');
    await expect(countAttempt('slow@example.com')).rejects.toThrow();
    await sql()`update sign_in_failures set blocked_until = now()`;
    await countAttempt('slow@example.com');
    const [row] = await sql()`
      select extract(epoch from blocked_until - now())::float as seconds from sign_in_failures where failures = 6`;
    expect(row?.seconds).toBeGreaterThan(1);
  });

  it('takes letter case and blanks for the same account', async () => {
    for (const name of [
      'Ana@Example.com',
      'ana@example.com ',
      'ANA@EXAMPLE.COM',
      'ana@example.com',
      ' ana@example.com',
    ])
      await countAttempt(name);
    await expect(countAttempt('ana@example.com')).rejects.toMatchObject({ code: 'too_many_attempts' });
  });

  it('starts anew after a success, and a day after the last failure', async () => {
    for (let i = 0; i < 5; i++) await countAttempt('ok@example.com');
    await forgetAttempts('ok@example.com');
    for (let i = 0; i < 5; i++) await countAttempt('ok@example.com');
    await sql()`update sign_in_failures set blocked_until = now() - interval '1 day', updated_at = now() - interval '25 hours'`;
    for (let i = 0; i < 5; i++) await countAttempt('ok@example.com');
  });
});
