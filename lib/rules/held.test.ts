import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { makeType } from '@/lib/testing/notification-types';
import { listComing } from './coming';

useTestDatabase();

// 137 ms for each rule that runs every five minutes, and all of them in one turn.
it('what two rules do every minute in the next month holds nobody up', async () => {
  const { key } = await makeType();
  await sql()`
    with kind as (
      insert into subject_kinds (id, key, title, fields) values (gen_random_uuid(), 'loan', 'Loan', '[]') returning id
    )
    insert into rules (id, kind_id, title, type, match, conditions, cron, time_zone, active)
    select gen_random_uuid(), kind.id, 'Rule ' || n, ${key}, 'all', '[]', '* * * * *', 'America/Asuncion', true
    from kind, generate_series(1, 2) n`;
  await listComing(testContext, { days: 1 });
  let runs = 0;
  const held = await longestHoldMs(async () => {
    const { data } = await listComing(testContext, { days: 31 });
    runs = data.reduce((sum, day) => sum + day.runs.length, 0);
  });
  expect(runs).toBeGreaterThanOrEqual(4);
  expect(held).toBeLessThan(50);
}, 60_000);
