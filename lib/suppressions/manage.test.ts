import { describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { toAsync } from '@/lib/testing/to-async';
import { addSuppression } from './add';
import { csvOfSuppressions } from './export';
import { importSuppressions } from './import';
import { removeSuppression, undoSuppressions } from './lift';
import { listSuppressions } from './list';
import { SuppressionFilter, SuppressionInput } from './schema';
import { suppress } from './suppress';

useTestDatabase();

let count = 0;
const newAddress = () => `luis${++count}@example.com`;
const add = (address: string, facts = {}) =>
  addSuppression(testContext, SuppressionInput.parse({ address, ...facts }));
const find = async (q: string) => (await listSuppressions(testContext, SuppressionFilter.parse({ q }))).data;

describe('by hand', () => {
  test('an address is added, found by a part of it, and removed', async () => {
    const address = newAddress();
    await add(address.toUpperCase(), { reason: 'Asked us by phone' });
    expect(await find(address.slice(0, -4))).toMatchObject([
      { address, cause: 'manual', category: null, reason: 'Asked us by phone', addedBy: 'test' },
    ]);
    expect(await removeSuppression(testContext, { address })).toEqual({ lifted: 1 });
    expect(await find(address)).toEqual([]);
    await expect(removeSuppression(testContext, { address })).rejects.toMatchObject({ code: 'not_found' });
    await add(address);
    expect(await find(address)).toHaveLength(1);
  });

  test('another company neither sees nor removes it', async () => {
    const [own, other] = [await makeCompany(), await makeCompany()];
    const address = newAddress();
    await add(address, { company: own.id });
    const ctx = { ...testContext, companyId: other.id };
    expect((await listSuppressions(ctx, SuppressionFilter.parse({}))).data).toEqual([]);
    await expect(removeSuppression(ctx, { address })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('one entry of several', () => {
  test('goes by its id, and the others stay', async () => {
    const address = newAddress();
    const gone = { companyId: null, cause: 'hard_bounce', category: null } as const;
    await suppress([
      { ...gone, address },
      { ...gone, address, cause: 'unsubscribe', category: 'marketing' },
    ]);
    const bounced = (await find(address)).find(({ cause }) => cause === 'hard_bounce')!;
    expect(await removeSuppression(testContext, { address, id: bounced.id })).toEqual({ lifted: 1 });
    expect((await find(address)).map(({ cause }) => cause)).toEqual(['unsubscribe']);
  });

  test('begins the count of its own company anew, and of no other', async () => {
    const address = newAddress();
    const [own, other] = [await makeCompany(), await makeCompany()];
    for (const { id } of [own, other]) {
      await sql()`
        insert into bounces (id, company_id, address, class, message_id, first_at, last_at, times, softs)
        values (${newId()}, ${id}, ${address}, 'soft', ${newId()}, now(), now(), 5, ${sql().json({ one: new Date().toISOString() })})`;
      await suppress({ companyId: id, address, cause: 'soft_bounces', category: null });
    }
    await removeSuppression(testContext, { address, company: own.id });
    const counts = await sql()`
      select company_id as id, (select count(*)::int from jsonb_object_keys(softs)) as softs from bounces where address = ${address}`;
    expect(Object.fromEntries(counts.map(({ id, softs }) => [id, softs]))).toEqual({
      [own.id]: 0,
      [other.id]: 1,
    });
  });
});

describe('undo', () => {
  test('counts first, then undoes what came about for the cause within the time, and nothing else', async () => {
    const day = (text: string) => new Date(`2026-03-${text}T12:00:00Z`);
    const [before, then, complained] = [newAddress(), newAddress(), newAddress()];
    const gone = { companyId: null, cause: 'hard_bounce', category: null } as const;
    await suppress([
      { ...gone, address: before, at: day('01') },
      { ...gone, address: then, at: day('02') },
      { ...gone, cause: 'complaint', address: complained, at: day('02') },
    ]);
    const input = {
      cause: 'hard_bounce',
      since: '2026-03-02T00:00:00Z',
      until: '2026-03-03T00:00:00Z',
    } as const;
    expect(await undoSuppressions(testContext, { ...input, dryRun: true })).toEqual({
      matched: 1,
      lifted: 0,
    });
    expect(await find(then)).toHaveLength(1);
    expect(await undoSuppressions(testContext, { ...input, dryRun: false })).toEqual({
      matched: 1,
      lifted: 1,
    });
    expect(await find(then)).toEqual([]);
    expect(await find(before)).toHaveLength(1);
    expect(await find(complained)).toHaveLength(1);
  });
});

describe('import', () => {
  test('takes a plain list, and tells each wrong row with its line', async () => {
    const [one, two] = [newAddress(), newAddress()];
    const text = `${one}\r\nnot an address\r\n\r\n"${two}"\r\n${one.toUpperCase()}\r\n`;
    expect(await importSuppressions(testContext, toAsync([text]))).toEqual({
      added: 2,
      repeated: 1,
      wrong: 1,
      errors: [{ line: 2, text: 'not an address', code: 'address' }],
    });
    expect(await find(two)).toMatchObject([{ cause: 'manual' }]);
  });

  test('takes what an export writes, with quotes and lines within cells, in pieces', async () => {
    const address = newAddress();
    const text = `\uFEFFreason;email;cause\n"moved, ""for good""\nin May";${address};complaint\nx;${newAddress()};holiday\n`;
    expect(await importSuppressions(testContext, toAsync([...text]))).toMatchObject({
      added: 1,
      errors: [{ line: 4, code: 'cause' }],
    });
    expect(await find(address)).toMatchObject([{ cause: 'complaint', reason: 'moved, "for good"\nin May' }]);
    let csv = '';
    for await (const piece of csvOfSuppressions(testContext, { q: address })) csv += piece;
    expect(csv.split('\r\n')[0]).toMatch(/^address,cause,category,reason,/);
    expect(await importSuppressions(testContext, toAsync([csv]))).toMatchObject({ added: 1, wrong: 0 });
  });

  test('takes more rows than one statement holds', async () => {
    const lines = Array.from({ length: 12_000 }, (_, n) => `person${n}@big.example\n`);
    expect(await importSuppressions(testContext, toAsync(lines))).toMatchObject({ added: 12_000, wrong: 0 });
    const [row] =
      await sql()`select count(*)::int as count from suppressions where address like '%@big.example'`;
    expect(row).toEqual({ count: 12_000 });
  }, 60_000);
});
