import { beforeEach, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { makeKind, makeRule, makeSubject } from '@/lib/testing/rules';
import { until } from '@/lib/testing/until';
import { runDueRules } from './run-due';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

test('who is told and the next run become known at once: of one that ends before, all is as it was', async () => {
  const { key: kind } = await makeKind();
  await makeSubject(kind, { fine: 6_000 });
  const { id } = await makeRule(kind);
  const at = new Date('2026-12-01T12:00:00Z');
  await sql()`update rules set next_run_at = ${at} where id = ${id}`;
  const count = async (table: string) => (await sql()`select from ${sql()(table)}`).length;

  let run: Promise<number> | undefined;
  await sql().begin(async (tx) => {
    await tx`lock table rule_runs in access exclusive mode`;
    run = runDueRules(at);
    await until(async () => {
      const waiting = await sql()`
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query ilike '%insert into rule_runs%'`;
      expect(waiting).toHaveLength(1);
    });
    // It has decided, and is about to note that it ran: what another worker finds if it goes no further.
    expect(await count('rule_firings')).toBe(0);
    expect(await sql()`select next_run_at from rules`).toEqual([{ next_run_at: at }]);
  });
  expect(await run).toBe(1);
  expect(await runDueRules(at)).toBe(0);
  expect([await count('messages'), await count('rule_runs')]).toEqual([1, 1]);
});
