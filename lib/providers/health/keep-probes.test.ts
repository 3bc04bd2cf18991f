import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { beat } from '@/lib/workers/heartbeat';
import { sweepDeadWorkers } from '@/lib/workers/sweep';
import { keepProbes, takeProbe } from './health';

useTestDatabase();

let id: string;
beforeEach(async () => {
  ({ id } = await makeProvider());
  await sql()`
    insert into provider_health (provider_id, consecutive_failures, open_until) values (${id}, 5, now() - interval '1 second')
    on conflict (provider_id) do update set open_until = excluded.open_until`;
});

/** Both to the millisecond, as the column keeps it: rounded up, it is a little more than twenty from a moment that is not. */
async function secondsLeft(): Promise<number | null> {
  const [row] = await sql()<{ left: number | null }[]>`
    select extract(epoch from probe_until - now()::timestamptz(3))::float as left from provider_health where provider_id = ${id}`;
  return row!.left;
}

/** As if the time had passed in which nobody beat. */
const leave = (seconds: number) =>
  sql()`update provider_health set probe_until = now() + make_interval(secs => ${seconds}) where provider_id = ${id}`;

describe('a probe', () => {
  it('of a worker that died keeps the provider from others for some beats only', async () => {
    expect(await takeProbe(id)).toBe(true);
    expect(await secondsLeft()).toBeLessThanOrEqual(20);
    expect(await takeProbe(id)).toBe(false);
    await leave(-1);
    expect(await takeProbe(id)).toBe(true);
  });

  it('of a living one is kept by its beat', async () => {
    await takeProbe(id);
    await leave(1);
    await beat({ id: '0199c0de-0000-7000-8000-000000000013', startedAt: new Date(), poolIds: [] });
    expect(await secondsLeft()).toBeGreaterThan(15);
  });

  it('of a worker that was swept is looked after by a check, when its time is over', async () => {
    await takeProbe(id);
    const gone = '0199c0de-0000-7000-8000-000000000014';
    await sql()`
      insert into workers (id, machine, host, pid, pool_ids, started_at, beat_at)
      values (${gone}, 'elsewhere', 'elsewhere', 1, '{}', now(), now() - interval '1 minute')`;
    expect(await sweepDeadWorkers('0199c0de-0000-7000-8000-000000000013', true)).toBe(1);
    const jobs = await sql()`
      select payload, run_at > now() + interval '1 second' as later, run_at <= now() + interval '21 seconds' as soon
      from graphile_worker._private_jobs where key like ${`probe ${id}%`}`;
    expect(jobs).toEqual([{ payload: { providerId: id, byCheck: true }, later: true, soon: true }]);
  });

  it('that is decided, or comes to nothing, is kept no longer', async () => {
    await takeProbe(id);
    await sql()`update provider_health set probe_until = null where provider_id = ${id}`;
    await keepProbes();
    expect(await secondsLeft()).toBeNull();
    await takeProbe(id);
    await leave(1);
    await keepProbes(Date.now() + 121_000);
    // Not renewed.
    expect(await secondsLeft()).toBeLessThanOrEqual(1);
  });
});
