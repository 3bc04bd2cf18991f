import { describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany } from '@/lib/testing/factories';
import { type NewSuppression, suppress, unsuppress } from './suppress';

useTestDatabase();

const DAY_MS = 86_400_000;
const monday = new Date('2026-11-23T10:00:00Z');
const tuesday = new Date(monday.getTime() + DAY_MS);
const wednesday = new Date(tuesday.getTime() + DAY_MS);

let count = 0;
const left = (facts: Partial<NewSuppression> = {}): NewSuppression => ({
  companyId: null,
  address: `ana${++count}@example.com`,
  cause: 'unsubscribe',
  category: 'marketing',
  ...facts,
});

const stored = (address: string) =>
  sql()<
    {
      category: string | null;
      times: number;
      first: Date;
      last: Date;
      lifted: Date | null;
      company: string | null;
      reason: string | null;
    }[]
  >`
    select category, times, first_at as first, last_at as last, lifted_at as lifted, company_id as company, reason
    from suppressions where address = ${address} order by company_id nulls first, cause`;

describe('suppress', () => {
  test('keeps an address in the one form in which addresses are compared', async () => {
    await suppress(left({ address: 'Zoë@Bücher.Example' }));
    expect(await stored('zoë@xn--bcher-kva.example')).toMatchObject([{ category: 'marketing', times: 1 }]);
  });

  test('counts what comes again, and the same message once', async () => {
    const messageId = newId();
    const once = left({ messageId, at: monday });
    await suppress(once);
    await suppress(once);
    await suppress({ ...once, messageId: newId(), at: tuesday });
    expect(await stored(once.address)).toMatchObject([{ times: 2, first: monday, last: tuesday }]);
  });

  test('takes several of one address within one call', async () => {
    const one = left({ at: monday });
    await suppress([one, { ...one, at: tuesday, reason: 'later' }]);
    expect(await stored(one.address)).toMatchObject([
      { times: 2, first: monday, last: tuesday, reason: 'later' },
    ]);
  });

  test('keeps companies apart', async () => {
    const one = await makeCompany();
    const two = await makeCompany();
    const ana = left({ companyId: one.id });
    await suppress([ana, { ...ana, companyId: two.id }]);
    expect((await stored(ana.address)).map(({ company }) => company)).toEqual([one.id, two.id]);
  });

  test('an older event is no news', async () => {
    const ana = left({ at: tuesday, reason: 'newer' });
    await suppress(ana);
    await suppress({ ...ana, at: monday, reason: 'older' });
    expect(await stored(ana.address)).toMatchObject([{ reason: 'newer', first: monday, last: tuesday }]);
  });
});

describe('unsuppress', () => {
  test('lifts that cause alone, and says whether it stood there', async () => {
    const ana = left();
    await suppress([ana, { ...ana, cause: 'complaint' }]);
    expect(await unsuppress(ana)).toBe(true);
    expect(await unsuppress(ana)).toBe(false);
    expect((await stored(ana.address)).map(({ lifted }) => lifted !== null)).toEqual([false, true]);
  });

  test('what happened before does not bring it back, what happens after does', async () => {
    const ana = left({ at: monday });
    await suppress(ana);
    await unsuppress({ ...ana, at: undefined });
    await suppress({ ...ana, at: wednesday });
    expect((await stored(ana.address))[0]!.lifted).not.toBeNull();
    await suppress({ ...ana, at: new Date(Date.now() + 1_000) });
    expect((await stored(ana.address))[0]!.lifted).toBeNull();
  });
});
