import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';

useDatabaseForEachTest();

const run = promisify(execFile);

/** `./relevo message resend …` on this test's database. */
async function resend(...args: string[]): Promise<string> {
  const command = ['scripts/run.mjs', 'cli/main.ts', 'message', 'resend', ...args];
  return (await run(process.execPath, command)).stdout.trim();
}

describe('./relevo message resend', () => {
  it('counts and sends again what its filters match, at most so many', async () => {
    await makeProvider();
    for (const tags of [['bill'], ['bill'], ['news']]) await makeMessage({ to: 'ana@example.com', tags });
    await makeMessage({ to: 'luis@example.com' });
    await sql()`update messages set status = 'parked', due_at = null, finished_at = now()`;
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    expect(await resend('--dry-run', '--limit', '1')).toBe('1 of 4 would be sent again');
    expect(await resend('--dry-run', '--to', 'luis@example.com')).toBe('1 of 1 would be sent again');
    expect(await resend('--dry-run', '--since', hourAgo)).toBe('4 of 4 would be sent again');
    expect(await resend('--dry-run', '--until', hourAgo)).toBe('0 of 0 would be sent again');
    expect(await resend('--tag', 'bill', '--since', hourAgo)).toBe('2 of 2 are sent again');
    expect(await sql()`select tags from messages where status = 'queued' order by id`).toMatchObject([
      { tags: ['bill'] },
      { tags: ['bill'] },
    ]);
    await expect(resend('--since', 'yesterday')).rejects.toMatchObject({
      stderr: expect.stringContaining('filter.since'),
    });
  }, 60_000);

  it('sends to a corrected address, and says which message that is', async () => {
    await makeProvider();
    const { id } = await makeMessage({ to: 'bounce@sandbox.test' });
    await deliverMessages(newId(), [id]);
    const [made, status] = (await resend(id, '--correct', 'bounce@sandbox.test=bueno@example.com')).split(
      ' ',
    );
    expect([made === id, status]).toEqual([false, 'queued']);
    expect(await sql()`select recipient_addresses from messages where id = ${made!}`).toEqual([
      { recipient_addresses: ['bueno@example.com'] },
    ]);
    await expect(resend(id, '--correct', 'no pair')).rejects.toMatchObject({
      stderr: expect.stringContaining('correct'),
    });
  }, 60_000);
});
