import { afterEach, describe, expect, it } from 'vitest';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { blocksOf, countAttempt, forgetAttempts } from './throttle';

useTestDatabase();

async function hundredAtOnce(account: string) {
  const began = performance.now();
  const results = await Promise.allSettled(Array.from({ length: 100 }, () => countAttempt(account)));
  const refused = results.find((result) => result.status === 'rejected')?.reason;
  const passed = results.filter(({ status }) => status === 'fulfilled').length;
  return { passed, refused, seconds: (performance.now() - began) / 1000 };
}

/** Of 1, 2, 4 … seconds: on a busy machine a hundred at once may take longer than the first. */
function waitsOver(seconds: number): number {
  return Math.floor(Math.log2(1 + seconds));
}

describe('blocksOf', () => {
  it('is nothing for four failures, then doubles up to a quarter of an hour', () => {
    expect(blocksOf({ signInAttempts: 5, signInWaitMinutes: 15 })).toEqual([
      0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900,
    ]);
  });

  it('begins and ends where the settings say', () => {
    expect(blocksOf({ signInAttempts: 3, signInWaitMinutes: 1 })).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60]);
  });
});

describe('as the settings say', () => {
  const limit = (security: { signInAttempts?: number; signInWaitMinutes?: number }) =>
    updateSettings(commandContext(), { security });
  afterEach(() => limit({ signInAttempts: 5, signInWaitMinutes: 15 }));

  it('so many of a hundred at once pass, from the next guess on', async () => {
    await limit({ signInAttempts: 8 });
    const { passed, seconds } = await hundredAtOnce('eight@example.com');
    expect(passed).toBeGreaterThanOrEqual(8);
    expect(passed).toBeLessThanOrEqual(8 + waitsOver(seconds));
    await limit({ signInAttempts: 3 });
    for (let i = 0; i < 3; i++) await countAttempt('three@example.com');
    await expect(countAttempt('three@example.com')).rejects.toMatchObject({ code: 'too_many_attempts' });
  });

  it('nobody waits longer than the longest wait', async () => {
    await limit({ signInWaitMinutes: 2 });
    await countAttempt('long@example.com');
    await sql()`update sign_in_failures set failures = 50`;
    await countAttempt('long@example.com');
    const [row] = await sql()`
      select extract(epoch from blocked_until - now())::float as seconds from sign_in_failures where failures = 51`;
    expect(row?.seconds).toBeGreaterThan(100);
    expect(row?.seconds).toBeLessThanOrEqual(120);
  });

  it.each([
    ['signInAttempts', 2],
    ['signInAttempts', 21],
    ['signInWaitMinutes', 0],
    ['signInWaitMinutes', 61],
  ])('%s is not %i', async (name, value) => {
    await expect(limit({ [name]: value })).rejects.toThrow();
  });
});

describe('countAttempt', () => {
  it('counts a hundred guesses at once as a hundred: five pass', async () => {
    const { passed, seconds, refused } = await hundredAtOnce('race@example.com');
    expect(passed).toBeGreaterThanOrEqual(5);
    expect(passed).toBeLessThanOrEqual(5 + waitsOver(seconds));
    expect(refused).toMatchObject({ code: 'too_many_attempts', status: 429 });
  });

  it('lets one more through when the block is over, and blocks for longer', async () => {
    for (let i = 0; i < 5; i++) await countAttempt('slow@example.com');
    await expect(countAttempt('slow@example.com')).rejects.toThrow();
    await sql()`update sign_in_failures set blocked_until = now() - interval '1 second'`;
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
