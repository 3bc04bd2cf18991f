import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { updateKind } from '@/lib/subject-kinds/change';
import { upsertSubject } from '@/lib/subjects/save';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeKind, makeRule, makeSubject } from '@/lib/testing/rules';
import { updateRule } from './change';
import { listRuns, runRule } from './run';
import { runDueRules } from './run-due';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    ({ errors }) => errors.map(({ path, code }: Record<string, string>) => `${path} ${code}`),
  );

test('who looks ahead at a rule that all companies have sees subjects of their own', async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  const { key: kind } = await makeKind();
  const { key } = await makeSubject(kind, { fine: 6_000 }, { company: one.key });
  await makeSubject(kind, { fine: 6_000 }, { company: other.key });
  const { id } = await makeRule(kind);
  const look = (companyId: string | null) => runRule({ ...testContext, companyId }, { id, dryRun: true });
  expect(await look(one.id)).toMatchObject({ matched: 1, fired: 1, sample: [{ key }] });
  expect(await look(null)).toMatchObject({ matched: 2, fired: 2 });
});

describe('one that is changed', () => {
  test('still runs when it was due, unless it has another clock', async () => {
    const { id } = await makeRule((await makeKind()).key, { cron: '0 9 * * *' });
    const at = new Date('2026-12-01T12:00:00Z');
    await sql()`update rules set next_run_at = ${at}`;
    const next = async () => (await sql()`select next_run_at as next from rules`)[0]!.next;
    await updateRule(testContext, { id, title: 'Another name' });
    expect(await next()).toEqual(at);
    await updateRule(testContext, { id, cron: '0 18 * * *' });
    expect((await next()).toISOString()).toMatch(/T21:00/);
    await updateRule(testContext, { id, active: false });
    expect(await next()).toBeNull();
    await updateRule(testContext, { id, active: true });
    expect((await next()).toISOString()).toMatch(/T21:00/);
  });

  test('to ask nothing any more is refused: it would tell everybody', async () => {
    const { id } = await makeRule((await makeKind()).key);
    expect(await codesOf(updateRule(testContext, { id, conditions: [] }))).toEqual(['conditions required']);
  });
});

test.each([
  [{ field: 'due_on', op: 'lt', value: '2026-02-30' }, 'value'],
  [{ field: 'due_on', op: 'older_than', value: 3_000_000_000 }, 'value'],
  [{ field: 'due_on', op: 'within', than: 'due_on' }, 'value'],
  [{ field: 'due_on', op: 'gt', than: 'due_on', plus: 1.5 }, 'plus'],
  [{ field: 'book', op: 'eq', value: 'x', plus: 1 }, 'plus'],
] as const)('%j is refused when it is said, not when it runs', async (condition, path) => {
  const rule = makeRule((await makeKind()).key, { conditions: [condition as never] });
  expect(await codesOf(rule)).toEqual([`conditions.0.${path} condition_value`]);
});

test('one whose kind has lost its field fails and says so, and tells nobody', async () => {
  const { key: kind } = await makeKind();
  const { key } = await makeSubject(kind, { fine: 6_000 });
  const { id } = await makeRule(kind);
  await updateKind(testContext, { id: kind, fields: [{ name: 'fine', type: 'text' }] });
  await upsertSubject(testContext, { kind, key, data: { fine: '7000' } });
  const at = new Date('2026-12-01T12:00:00Z');
  await sql()`update rules set next_run_at = ${at}`;
  await runDueRules(at);
  expect((await listRuns(testContext, { id })).data).toMatchObject([
    { state: 'failed', detail: expect.stringContaining('conditions.0.op') },
  ]);
  expect(await sql()`select from messages`).toHaveLength(0);
});
