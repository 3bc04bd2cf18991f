import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { ensurePartitions } from '@/lib/database/partitions';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { measurePlans } from '@/lib/testing/measure-plans';
import { EventFilter } from './event-schema';
import { listEvents } from './list-events';

useTestDatabase();

const MESSAGES = 30_000;
const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05, as weeks begin. */
const MONDAY = Date.now() - ((Date.now() - 4 * DAY_MS) % WEEK_MS);
/** Not in the first days of a week: the little that its table has by then is read faster than found. */
const END = Date.now() - MONDAY > 3 * DAY_MS ? Date.now() : MONDAY;

/** Two events of each message, evenly over ten days; the oldest ones are also what is rare. */
beforeAll(async () => {
  const [{ id: main }, { id: rare }] = [
    await makeProvider({ name: 'main' }),
    await makeProvider({ name: 'rare' }),
  ];
  const { id: company } = await makeCompany({ name: 'small', key: 'small' });
  for (const days of [0, 7, 14]) await ensurePartitions(sql(), 0, new Date(END - days * DAY_MS));
  const from = END - 10 * DAY_MS;
  const hex = `lpad(to_hex(${from} + n::bigint * ${Math.floor((10 * DAY_MS) / MESSAGES)}), 12, '0') || '7'`;
  const id = (salt: string) =>
    `(${hex} || substr(md5(n || '${salt}'), 1, 3) || '8' || substr(md5(n || '${salt}'), 4, 15))::uuid`;
  await sql().unsafe(`
    insert into events (id, message_id, company_id, type, at, recipient, provider_id)
    select ${id('q')}, ${id('m')}, case when n < 40 then '${company}'::uuid end, 'queued', now(), null, null from generate_series(1, ${MESSAGES}) n
    union all
    select ${id('s')}, ${id('m')}, case when n < 40 then '${company}'::uuid end, case when n < 40 then 'bounced' else 'sent' end, now(),
      'customer' || n % 3000 || '@example.com', case when n < 40 then '${rare}'::uuid else '${main}'::uuid end from generate_series(1, ${MESSAGES}) n;
    insert into message_bodies (message_id, words)
    select ${id('m')}, array_to_tsvector(array['=customer' || n % 3000 || '@example.com', '=archive@example.com']) from generate_series(1, ${MESSAGES}) n`);
  await sql()`vacuum analyze events, message_bodies`;
}, 60_000);

const list = (filter: Record<string, string>) => listEvents(testContext, EventFilter.parse(filter));

/** Rows of any table for one page, out of 90,000: of what an index has alone, and of what has to be looked for among others. */
const FOUND = 2_000;
const LOOKED_FOR = 20_000;

describe('what a page costs, by the plans that were run', () => {
  it.each<[Record<string, string>, number, number]>([
    [{}, 25, FOUND],
    [{ type: 'sent' }, 25, FOUND],
    [{ type: 'bounced' }, 25, FOUND],
    [{ type: 'complained' }, 0, FOUND],
    [{ company: 'small' }, 25, FOUND],
    [{ company: 'small', type: 'sent' }, 0, LOOKED_FOR],
    [{ provider: 'main' }, 25, LOOKED_FOR],
    [{ recipient: 'customer77@example.com' }, 10, FOUND],
    [{ recipient: 'archive@example.com', type: 'sent' }, 0, LOOKED_FOR],
    [{ recipient: 'nobody@example.com' }, 0, FOUND],
    [{ message: newId() }, 0, FOUND],
    [{ since: new Date(END - DAY_MS).toISOString(), type: 'bounced' }, 0, FOUND],
  ])('%j', async (filter, count, maxRows) => {
    const { result, cost, plans } = await measurePlans(() => list(filter));
    expect(result.data).toHaveLength(count);
    expect(plans.length).toBeGreaterThan(0);
    expect(cost.seqScans).toEqual([]);
    expect(cost.rows).toBeLessThan(maxRows);
    expect(cost.buffers).toBeLessThan(LOOKED_FOR);
  });

  it('of what is rare among common ones is bounded too: the page has less, and the next ones have the rest', async () => {
    const found: string[] = [];
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages++) {
      const page: Awaited<ReturnType<typeof list>> = await list({
        provider: 'rare',
        ...(cursor && { cursor }),
      });
      found.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toBeGreaterThan(5);
    expect(new Set(found).size).toBe(39);
    expect(found).toHaveLength(39);
    const { cost } = await measurePlans(() => list({ provider: 'rare' }));
    expect(cost.seqScans).toEqual([]);
    expect(cost.rows).toBeLessThan(LOOKED_FOR);
  });
});
