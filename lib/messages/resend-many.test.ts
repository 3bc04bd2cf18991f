import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { resendMessages } from './resend-many';
import { ResendInput } from './schema';

useTestDatabase();

const resend = (input: object = {}) => resendMessages(testContext, ResendInput.parse(input));

async function park(count: number, status = 'parked', provider?: string): Promise<string[]> {
  const made = await Promise.all(Array.from({ length: count }, () => makeMessage()));
  const ids = made.map(({ id }) => id).toSorted();
  await sql()`
    update messages set status = ${status}, due_at = null,
      provider_id = (select id from providers where name = ${provider ?? ''})
    where id = any(${ids}::uuid[])`;
  return ids;
}

async function queued(ids: string[]): Promise<string[]> {
  const rows = await sql()<{ id: string }[]>`
    select id from messages where id = any(${ids}::uuid[]) and status = 'queued' order by id`;
  return rows.map(({ id }) => id);
}

describe('resendMessages', () => {
  beforeAll(async () => {
    await makeProvider({ name: 'Main' });
    await makeProvider({ name: 'Backup' });
  });
  beforeEach(async () => {
    await sql()`delete from messages`;
  });

  it('only counts on a dry run', async () => {
    const ids = await park(3);
    expect(await resend({ dryRun: true })).toEqual({ matched: 3, resent: 0 });
    expect(await queued(ids)).toEqual([]);
  });

  it('sends the oldest again up to the limit, each with its event and all with a job', async () => {
    const ids = await park(5);
    await sql()`delete from graphile_worker._private_jobs`;
    expect(await resend({ limit: 2 })).toEqual({ matched: 5, resent: 2 });
    expect(await queued(ids)).toEqual(ids.slice(0, 2));
    const events =
      await sql()`select message_id from events where type = 'resent' and message_id = any(${ids}::uuid[])`;
    expect(events).toHaveLength(2);
    const [job] = await sql()<
      { ids: string[] }[]
    >`select payload->'ids' as ids from graphile_worker._private_jobs`;
    expect(job!.ids.toSorted()).toEqual(ids.slice(0, 2));
  });

  it('works through more than one chunk', async () => {
    await park(1100);
    expect(await resend({ limit: 5000 })).toEqual({ matched: 1100, resent: 1100 });
  });

  it('keeps to state and provider', async () => {
    const failed = await park(1, 'failed', 'Main');
    const backup = await park(2, 'parked', 'Backup');
    const main = await park(1, 'parked', 'Main');
    expect(await resend({ filter: { provider: 'Backup' } })).toEqual({ matched: 2, resent: 2 });
    expect(await queued(backup)).toEqual(backup);
    expect(await queued([...main, ...failed])).toEqual([]);
    expect(await resend({ filter: { status: ['failed'] } })).toEqual({ matched: 1, resent: 1 });
    await expect(resend({ filter: { provider: 'Nobody' } })).rejects.toMatchObject({ code: 'not_found' });
  });
});
