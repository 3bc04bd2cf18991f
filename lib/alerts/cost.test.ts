import postgres from 'postgres';
import { expect, it } from 'vitest';
import { databaseUrl } from '@/lib/database/database-url';
import { sql } from '@/lib/database/db';
import { holder } from '@/lib/database/pools';
import { startWorker } from '@/lib/testing/alerts';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { evaluateAlerts } from './evaluate';

useTestDatabase();

/** What is read once for all of them, with what caches forget after a second. */
const MOST = 35;
const asked: string[] = [];

async function watchStatements(): Promise<void> {
  await sql().end();
  holder.relevoPools!.sql = postgres(databaseUrl(), { max: 4, debug: (_, query) => asked.push(query) });
}

async function statements(): Promise<string[]> {
  asked.length = 0;
  await evaluateAlerts();
  return [...asked];
}

it('fifty rules ask the database less than fifty times, whatever they are of, and none counts messages that are at rest', async () => {
  await makeProvider();
  await watchStatements();
  await startWorker();
  await sql()`
    insert into alert_rules (id, kind, severity, threshold, window_minutes, min_sample)
    select gen_random_uuid(), kind, severity, threshold * (2 + n), window_minutes, min_sample
    from alert_rules, generate_series(1, 3) n order by n limit 32`;
  const [row] = await sql()`select count(*)::int as rules from alert_rules`;
  expect(row!.rules).toBe(50);
  const after = await statements();
  expect(after.length).toBeGreaterThan(5);
  expect(after.length).toBeLessThan(MOST);
  const ofMessages = after.filter((query) => /count\(\*\)/.test(query) && /from messages\b/.test(query));
  // What is not at rest, by the index of those states.
  for (const query of ofMessages) expect(query).toMatch(/status (in|=)/);
});
