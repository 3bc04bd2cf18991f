import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { ago, apply, deletions, KINDS, lift, make, ours, read } from '@/lib/testing/held-lists';
import { LIST_PLAYS } from '@/lib/testing/list-plays';
import { keepLists } from './keep-lists';
import { getProviderLists } from './lists';

useTestDatabase();
allowLoopbackTargets();
beforeEach(() => sql()`delete from suppressions`);

describe.each(KINDS)('the list of %s', (kind) => {
  const lists = Object.entries(LIST_PLAYS[kind].lists);
  const onEach = () =>
    lists.map(([list], index) => ({
      list,
      address: `P${index}@Example.com`,
      at: ago(index + 1),
      reason: 'why',
    }));

  it('shows its difference, changes nothing before somebody says so, then comes into ours with cause and time', async () => {
    const service = await make(kind, onEach());
    const before = await read(service.id);
    expect(before).toMatchObject({ step: 'rest', held: lists.length, problem: null });
    expect(before.difference?.theirs.total).toBe(lists.length);
    expect(before.difference?.theirs.sample.map(({ cause }) => cause)).toEqual(
      lists.map(([, cause]) => cause),
    );
    expect(await ours()).toEqual([]);

    const after = await apply(service.id);
    expect(after).toMatchObject({ imported: lists.length, removed: 0, step: 'rest' });
    expect(after.difference).toMatchObject({ theirs: { total: 0 }, lifted: { total: 0 } });
    expect(await ours()).toEqual(
      lists.map(([, cause], index) => ({
        address: `p${index}@example.com`,
        cause,
        category: cause === 'complaint' || cause === 'unsubscribe' ? 'marketing' : null,
        provider: expect.any(String),
        lastAt: ago(index + 1).toISOString(),
      })),
    );
    expect(deletions(service)).toEqual([]);
    // Read again it is the same.
    expect((await read(service.id)).difference).toMatchObject({ theirs: { total: 0 }, lifted: { total: 0 } });
  });

  it('is told what was lifted here, and nothing else', async () => {
    const service = await make(kind, onEach());
    await read(service.id);
    await apply(service.id);
    await lift('p0@example.com');
    expect((await getProviderLists(testContext, service)).difference?.lifted).toMatchObject({
      total: 1,
      sample: [{ address: 'P0@Example.com' }],
    });
    expect(await apply(service.id)).toMatchObject({ imported: 0, removed: 1 });
    expect(service.held.map(({ address }) => address)).not.toContain('P0@Example.com');
    expect(service.held).toHaveLength(lists.length - 1);
    expect(deletions(service)).toHaveLength(1);
    // Gone there, it does not come back here.
    await read(service.id);
    await apply(service.id);
    expect((await ours()).map(({ address }) => address)).not.toContain('p0@example.com');
  });

  it('is read to its end over many pages, and goes on where it stopped', async () => {
    const [list] = lists[0]!;
    const many = Array.from({ length: 1_203 }, (_, n) => ({
      list,
      address: `n${n}@example.com`,
      at: ago(3),
    }));
    const service = await make(kind, many);
    let answered = 0;
    service.fault = () =>
      ++answered === 2 ? { status: 429, body: {}, headers: { 'retry-after': '60' } } : undefined;
    const waiting = await read(service.id);
    expect(waiting).toMatchObject({ step: 'read', problem: 'unreachable' });
    expect(Date.parse(waiting.waitsUntil!)).toBeGreaterThan(Date.now());
    const calls = service.calls.length;
    await keepLists();
    expect(service.calls).toHaveLength(calls);
    await sql()`update provider_lists set not_before = null`;
    await keepLists();
    const done = await getProviderLists(testContext, service);
    expect(done).toMatchObject({ step: 'rest', held: 1_203, problem: null });
    // No page twice but the one that was refused.
    expect(new Set(service.calls.map(({ path }) => path)).size).toBe(service.calls.length - 1);
    expect(await apply(service.id)).toMatchObject({ imported: 1_203 });
  });
});
