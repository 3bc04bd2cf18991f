import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { diagnose } from './health';

useTestDatabase();

const BREAKER = { failures: 3, openSeconds: 300 };

let id: string;
beforeEach(async () => {
  ({ id } = await makeProvider());
});

/** One statement that settles these attempts together, in the order in which they began. */
async function settle(results: ('worked' | 'faulty')[], providerId = id) {
  const rows = results.map((result) => ({
    id: newId(),
    provider_id: providerId,
    faulty: result === 'faulty',
  }));
  await sql()`
    with settled as (
      select * from jsonb_to_recordset(${sql().json(rows)}) as r(id uuid, provider_id uuid, faulty boolean)
    ),
    ${diagnose('settled', BREAKER as Parameters<typeof diagnose>[1])}
    select from diagnosed`;
}

async function health(providerId = id) {
  const [row] = await sql()`
    select consecutive_failures as failures, open_until > now() as open, opened_at is not null as since, probe_until is not null as probing,
      round(extract(epoch from open_until - now()))::int as seconds
    from provider_health where provider_id = ${providerId}`;
  return row!;
}

/** In the order in which they were made, by the transactions that did: two of one millisecond have neither times nor ids that tell. */
const changes = async () =>
  (
    await sql()`select type from provider_changes where provider_id = ${id} order by xmin::text::bigint, id`
  ).map(({ type }) => type);
const jobs = async () =>
  (
    await sql()`
    select task_identifier as task, round(extract(epoch from j.run_at - now()))::int as seconds
    from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
    where p.payload->>'providerId' = ${id} order by 1`
  ).map((row) => ({ ...row }));
const WELL = { failures: 0, open: null, since: false, probing: false, seconds: null };

/** As if its time were over; probing: and somebody sent one message to see. */
const halfOpen = (probing: boolean) => sql()`
  update provider_health set open_until = now() - interval '1 second',
    probe_until = case when ${probing} then now() + interval '20 seconds' end
  where provider_id = ${id}`;

describe('closed', () => {
  it('counts faults in a row, and forgets them with the first that works', async () => {
    await settle(['faulty', 'faulty']);
    expect(await health()).toMatchObject({ ...WELL, failures: 2 });
    await settle(['worked']);
    expect(await health()).toEqual(WELL);
    expect(await changes()).toEqual([]);
  });

  it.each([
    [['faulty', 'faulty', 'worked', 'faulty'], 1],
    [['faulty', 'worked', 'worked'], 0],
    [['worked', 'faulty', 'faulty'], 2],
  ] as const)(
    'counts of %j, settled together, those after the last that worked',
    async (results, failures) => {
      await settle(['faulty']);
      await settle([...results]);
      expect(await health()).toMatchObject({ ...WELL, failures });
    },
  );

  it('opens at the limit, for its time, with a row in the history and a probe at its end', async () => {
    await settle(['faulty', 'faulty']);
    await settle(['faulty']);
    expect(await health()).toMatchObject({ failures: 3, open: true, since: true, probing: false });
    expect((await health()).seconds).toBeGreaterThan(290);
    expect(await changes()).toEqual(['breaker_opened']);
    const [job] = await jobs();
    expect(job).toMatchObject({ task: 'probe' });
    expect(job!.seconds).toBeGreaterThan(290);
  });

  it("goes by the provider's own limits before those of the settings", async () => {
    ({ id } = await makeProvider({ overrides: { breaker: { failures: 1, openSeconds: 3_600 } } }));
    await settle(['faulty']);
    expect(await health()).toMatchObject({ failures: 1, open: true });
    expect((await health()).seconds).toBeGreaterThan(3_500);
  });

  it('keeps the faults of each provider apart', async () => {
    const { id: other } = await makeProvider();
    await settle(['faulty', 'faulty']);
    await settle(['faulty', 'faulty'], other);
    expect([(await health()).failures, (await health(other)).failures]).toEqual([2, 2]);
    expect(await changes()).toEqual([]);
  });
});

describe('open', () => {
  beforeEach(() => settle(['faulty', 'faulty', 'faulty']));

  it.each(['worked', 'faulty'] as const)(
    'is not changed by a send that began before and %s',
    async (result) => {
      await settle([result]);
      expect(await health()).toMatchObject({ open: true, since: true });
      expect(await changes()).toEqual(['breaker_opened']);
    },
  );

  it.each([true, false])(
    'is closed by the first that works once its time is over (probing: %s)',
    async (probing) => {
      await halfOpen(probing);
      await settle(['worked']);
      expect(await health()).toEqual(WELL);
      expect(await changes()).toEqual(['breaker_opened', 'breaker_closed']);
      // By then every process knows.
      expect((await jobs()).find(({ task }) => task === 'release')!.seconds).toBeGreaterThanOrEqual(0);
    },
  );

  it('stays so for its time anew when the probe fails', async () => {
    await halfOpen(true);
    await settle(['faulty']);
    expect(await health()).toMatchObject({ failures: 4, open: true, since: true, probing: false });
    expect(await changes()).toEqual(['breaker_opened', 'probe_failed']);
  });
});
