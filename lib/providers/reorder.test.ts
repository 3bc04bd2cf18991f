import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { createProvider } from './create';
import { reorderProviders } from './reorder';
import { ProviderInput } from './schema';

useTestDatabase();
beforeEach(async () => {
  await sql()`delete from providers`;
});

const add = (name: string, more: object = {}) =>
  createProvider(testContext, ProviderInput.parse({ name, kind: 'sandbox', settings: {}, ...more }));

describe('a new provider', () => {
  it('gets a place of its own after those that are there', async () => {
    const places = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) places.push((await add(name)).priority);
    expect(places).toEqual([50, 40, 30, 20, 10, 9]);
  });

  it('keeps the place that was asked for', async () => {
    await add('a');
    expect((await add('b', { priority: 80 })).priority).toBe(80);
    expect((await add('c', { priority: 50 })).priority).toBe(50);
  });

  it('stands beside the shared ones and those of its company, not beside those of others', async () => {
    const [one, two] = [await makeCompany(), await makeCompany()];
    await add('shared');
    await add('hers', { company: one.id });
    expect((await add('his', { company: two.id })).priority).toBe(40);
    expect((await add('hers too', { company: one.id })).priority).toBe(30);
  });
});

describe('reorderProviders', () => {
  it('gives each a place of its own in the order named', async () => {
    for (const name of ['a', 'b', 'c']) await makeProvider({ name });
    const { data } = await reorderProviders(testContext, { providers: ['c', 'a', 'b'] });
    expect(data.map(({ name, priority }) => [name, priority])).toEqual([
      ['c', 100],
      ['a', 67],
      ['b', 33],
    ]);
  });

  it('changes nothing when one of them is not there', async () => {
    await makeProvider({ name: 'a' });
    const order = reorderProviders(testContext, { providers: ['a', 'nobody'] });
    await expect(order).rejects.toMatchObject({ code: 'not_found' });
    const [row] = await sql()<[{ priority: number }]>`select priority from providers`;
    expect(row.priority).toBe(50);
  });

  it('is told in the audit log, before and after', async () => {
    for (const name of ['a', 'b']) await makeProvider({ name });
    await reorderProviders(testContext, { providers: ['b', 'a'] });
    const [row] =
      await sql()`select before, after from audit_log where action = 'provider.reorder' order by id desc limit 1`;
    expect(row).toEqual({ before: { a: 50, b: 50 }, after: { b: 100, a: 50 } });
  });
});
