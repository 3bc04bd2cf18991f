import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { beat, signOff } from '@/lib/workers/heartbeat';
import { GET } from './route';

useTestDatabase();
beforeEach(async () => {
  await sql()`delete from workers`;
});

describeAccess('workers', GET, { scope: 'messages:read', role: 'viewer' });

const read = async () => (await call(GET, { token: await makeToken() })).body.data;

async function makeWorker({ startedAt = new Date(), silentSeconds = 0 }) {
  const id = newId();
  await sql()`
    insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at)
    values (${id}, 'elsewhere', 'mail-2', 4711, '{}', ${startedAt}, now() - make_interval(secs => ${silentSeconds}))`;
  return id;
}

describe('GET /workers', () => {
  it('is empty when none is running', async () => {
    expect(await read()).toEqual([]);
  });

  it('lists them, the one started last first, and says who has been silent too long to be alive', async () => {
    const startedAt = new Date('2026-11-28T10:00:00Z');
    const dead = await makeWorker({ startedAt, silentSeconds: 31 });
    const slow = await makeWorker({ startedAt: new Date('2026-11-28T11:00:00Z'), silentSeconds: 15 });
    const data = await read();
    expect(data.map(({ id, alive }: { id: string; alive: boolean }) => [id, alive])).toEqual([
      [slow, true],
      [dead, false],
    ]);
    expect(data[1]).toEqual({
      id: dead,
      host: 'mail-2',
      pid: 4711,
      startedAt: startedAt.toISOString(),
      beatAt: expect.stringMatching(/^\d{4}-.*Z$/),
      alive: false,
    });
  });

  it('shows a worker from its first beat to its clean stop', async () => {
    const id = newId();
    await beat({ id, startedAt: new Date(), poolIds: ['pool-1'] });
    expect(await read()).toMatchObject([{ id, pid: process.pid, alive: true }]);
    await signOff(id);
    expect(await read()).toEqual([]);
  });
});
