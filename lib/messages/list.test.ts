import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { ensurePartitions, PARTITIONED } from '@/lib/database/partitions';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { listMessages } from './list';
import { MessageFilter } from './schema';

useTestDatabase();

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
let provider: { id: string; name: string };

beforeAll(async () => {
  provider = await makeProvider({ name: 'Main' });
});
beforeEach(async () => {
  for (const table of PARTITIONED) await sql()`delete from ${sql()(table)}`;
});

async function list(filter: Record<string, unknown>): Promise<string[]> {
  const { data } = await listMessages(testContext, MessageFilter.parse(filter));
  return data.map(({ id }) => id);
}

/** As if it had been accepted so many weeks ago. */
async function makeAged(weeks: number, input: Parameters<typeof makeMessage>[0] = {}): Promise<string> {
  const { id } = await makeMessage(input);
  const at = new Date(Date.now() - weeks * WEEK_MS);
  if (weeks < 20) await ensurePartitions(sql(), 0, at);
  const aged = v7({ msecs: at.getTime() });
  for (const table of ['messages', 'message_bodies']) {
    const key = sql()(table === 'messages' ? 'id' : 'message_id');
    await sql()`update ${sql()(table)} set ${key} = ${aged} where ${key} = ${id}`;
  }
  return aged;
}

it('goes through all weeks, newest first, and the messages kept beyond theirs', async () => {
  const weeks = [0, 1, 2, 3, 5, 9, 40];
  const ids: string[] = [];
  for (const week of weeks) ids.push(await makeAged(week));
  expect(await list({})).toEqual(ids);
  const paged: string[] = [];
  for (let cursor: string | null = null, pages = 0; pages === 0 || cursor; pages++) {
    const page = await listMessages(
      testContext,
      MessageFilter.parse({ limit: 2, cursor: cursor ?? undefined }),
    );
    expect(page.data.length).toBe(pages < 3 ? 2 : 1);
    paged.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(ids);
  const at = (week: number) => new Date(Date.now() - week * WEEK_MS).toISOString();
  expect(await list({ since: at(5.5), until: at(1.5) })).toEqual(ids.slice(2, 5));
});

it('a message whose id is of a time to come is there, too', async () => {
  const ids = [await makeAged(-30), await makeAged(-1), await makeAged(0)];
  expect(await list({})).toEqual(ids);
});

describe('is filtered', () => {
  it.each([
    [{ q: 'factura' }, ['invoice']],
    [{ q: 'fact' }, ['invoice']],
    [{ q: 'FACTURA n.º 14' }, ['invoice']],
    [{ q: 'núñez' }, ['invoice']],
    [{ q: 'nunez' }, ['invoice']],
    [{ q: 'ben@cli' }, ['invoice']],
    [{ q: 'cliente' }, ['invoice', 'receipt']],
    [{ q: 'ana' }, ['receipt']],
    [{ q: 'of' }, []],
    [{ q: 'actura' }, []],
    [{ q: 'factura recibo' }, []],
    [{ q: '--' }, []],
    [{ q: "' | & !:* \\" }, []],
    [{ q: '#billing' }, []],
    [{ to: 'ANA@cliente.example' }, ['receipt']],
    [{ to: 'cliente' }, []],
    [{ tag: 'billing' }, ['invoice', 'receipt']],
    [{ tag: 'bill' }, []],
    [{ tag: 'billing', to: 'ben@cliente.example' }, ['invoice']],
    [{ category: 'marketing' }, ['offer']],
    [{ category: 'transactional', q: 'recibo' }, ['receipt']],
    [{ provider: 'Main' }, ['receipt']],
    [{ provider: 'other' }, []],
    [{ status: 'sent', provider: 'main', tag: 'billing' }, ['receipt']],
    [{ status: 'queued' }, ['offer', 'invoice']],
  ])('by %j', async (filter, expected) => {
    const named = await makeThree();
    const ids = await list(filter);
    expect(ids.map((id) => named.get(id))).toEqual(expected);
  });

  it('by words that many have', async () => {
    const made = [];
    for (let n = 0; n < 12; n++) made.push((await makeMessage({ tags: ['many', `n${n % 2}`] })).id);
    expect(await list({ tag: 'many' })).toEqual(made.toReversed());
    expect(await list({ tag: 'many', q: 'receipt', status: 'sent' })).toEqual([]);
    expect(await list({ tag: 'n1', category: 'transactional' })).toEqual(
      made.filter((_, n) => n % 2 === 1).toReversed(),
    );
  });

  it('by id, company and provider id', async () => {
    const named = await makeThree();
    const [offer, invoice, receipt] = [...named.keys()];
    expect(await list({ q: ` ${invoice!.toUpperCase()} ` })).toEqual([invoice]);
    expect(await list({ q: invoice, tag: 'other' })).toEqual([]);
    expect(await list({ provider: provider.id })).toEqual([receipt]);
    const company = newId();
    await sql()`insert into companies (id, key, name) values (${company}, 'clinic', 'The clinic')`;
    await sql()`update messages set company_id = ${company} where id = ${offer!}`;
    expect([await list({ company: 'clinic' }), await list({ company })]).toEqual([[offer], [offer]]);
    expect(await list({ company: 'nobody' })).toEqual([]);
  });

  /** Newest first. */
  async function makeThree(): Promise<Map<string, string>> {
    const receipt = await makeMessage({ to: 'ana@cliente.example', subject: 'Recibo 13', tags: ['billing'] });
    await deliverMessages(newId(), [receipt.id]);
    const invoice = await makeMessage({
      to: 'Ben Núñez <Ben@Cliente.example>',
      subject: 'Factura N.º 14',
      tags: ['billing'],
    });
    const offer = await makeMessage({ to: 'eva@x.example', subject: 'Oferta', category: 'marketing' });
    return new Map([
      [offer.id, 'offer'],
      [invoice.id, 'invoice'],
      [receipt.id, 'receipt'],
    ]);
  }
});

describe('a tag that is common in one week and unknown in the others', () => {
  it.each([0, 2])('is found where all messages of %d weeks ago have it', async (weeks) => {
    const ids: string[] = [];
    for (let count = 0; count < 6; count++) ids.unshift(await makeAged(weeks, { tags: ['spring'] }));
    for (const other of [0, 1, 3]) if (other !== weeks) await makeAged(other);
    const old = await makeAged(9, { tags: ['spring'] });
    expect((await list({ tag: 'spring' })).toSorted()).toEqual([...ids, old].toSorted());
    expect((await list({ tag: 'spring', limit: 1 })).length).toBe(1);
  });
});

it('finds what came to rest since a moment, however long before that it was accepted', async () => {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const rest = async (weeks: number, hoursAgo: number) => {
    const id = await makeAged(weeks);
    await sql()`update messages set status = 'sent', accepted_at = now() - ${`${weeks * 7 * 24 + hoursAgo} hours`}::interval, due_at = null,
      finished_at = now() - ${`${hoursAgo} hours`}::interval where id = ${id}`;
    return id;
  };
  const [now, lastWeek, longAgo] = [await rest(0, 0), await rest(1, 0), await rest(40, 0)];
  await rest(0, 2);
  await rest(1, 2);
  expect(await list({ finishedSince: since })).toEqual([now, lastWeek, longAgo]);
  expect(await list({ finishedSince: since, status: 'failed' })).toEqual([]);
});
