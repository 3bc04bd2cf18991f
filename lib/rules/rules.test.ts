import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { upsertSubjects } from '@/lib/subjects/save';
import { makeContact } from '@/lib/testing/contacts';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany, makeProvider, testContext } from '@/lib/testing/factories';
import { makeKind, makeRule, makeSubject } from '@/lib/testing/rules';
import { getRule, updateRule } from './change';
import { listRuns, runRule } from './run';
import { runDueRules } from './run-due';
import type { RuleView } from './schema';

useDatabaseForEachTest();
beforeEach(async () => {
  await makeProvider();
});

const told = async () =>
  (
    await sql()<{ key: string }[]>`
  select s.key from rule_firings f join subjects s on s.id = f.subject_id where f.state = 'told' order by f.fired_at, s.key`
  ).map(({ key }) => key);
const messages = async () => (await sql()`select from messages`).length;
const set = (kind: string, key: string, data: object) =>
  upsertSubjects(testContext, { kind, subjects: [{ key, data }], company: undefined });
/** When its clock says so. */
const due = async ({ id }: RuleView, at: string) => {
  await sql()`update rules set next_run_at = ${at} where id = ${id}`;
  return runDueRules(new Date(at));
};

describe('a rule that becomes true', () => {
  test('tells once, and again only after it was false', async () => {
    const { key: kind } = await makeKind();
    const { key } = await makeSubject(kind, { fine: 6_000 });
    await makeSubject(kind, { fine: 1_000 });
    const rule = await makeRule(kind);
    for (const day of ['01', '02', '03']) await due(rule, `2026-12-${day}T12:00:00Z`);
    expect(await told()).toEqual([key]);
    await set(kind, key, { fine: 0 });
    await due(rule, '2026-12-04T12:00:00Z');
    await set(kind, key, { fine: 9_000 });
    await due(rule, '2026-12-05T12:00:00Z');
    expect(await told()).toEqual([key, key]);
    expect(await messages()).toBe(2);
    expect(
      (await listRuns(testContext, { id: rule.id })).data.map(({ fired, matched }) => [fired, matched]),
    ).toEqual([
      [1, 1],
      [0, 0],
      [0, 1],
      [0, 1],
      [1, 1],
    ]);
  });

  test('tells nobody of what was so before it began, where only what is new is wanted', async () => {
    const { key: kind } = await makeKind();
    await makeSubject(kind, { fine: 6_000 });
    const rule = await makeRule(kind, { start: 'new' });
    expect(await runRule(testContext, { id: rule.id, dryRun: true })).toMatchObject({ matched: 1, fired: 0 });
    const { key } = await makeSubject(kind, { fine: 7_000 });
    expect(await runRule(testContext, { id: rule.id, dryRun: true })).toMatchObject({
      matched: 2,
      fired: 1,
      sample: [{ key }],
    });
    expect(await told()).toEqual([]);
    await runRule(testContext, { id: rule.id, dryRun: false });
    expect(await told()).toEqual([key]);
  });

  test('is run by three at once, and after a crash in the middle, and tells once', async () => {
    const { key: kind } = await makeKind();
    for (let n = 0; n < 5; n++) await makeSubject(kind, { fine: 6_000 });
    const rule = await makeRule(kind);
    const at = new Date('2026-12-01T12:00:00Z');
    await sql()`update rules set next_run_at = ${at} where id = ${rule.id}`;
    const ran = await Promise.all([runDueRules(at), runDueRules(at), runDueRules(at)]);
    expect(ran.toSorted()).toEqual([0, 0, 1]);
    expect(await messages()).toBe(5);
    // As it stands when the process ends between deciding and telling.
    await sql()`update rule_firings set state = 'waiting', notification_id = null`;
    await runDueRules(new Date('2026-12-01T12:01:00Z'));
    expect(await messages()).toBe(5);
    expect(await told()).toHaveLength(5);
  });
});

describe('before a date', () => {
  test('reminds on each of its days, once, and of one that comes late the nearest alone', async () => {
    const { key: kind } = await makeKind();
    const { key: early } = await makeSubject(kind, { due_on: '2026-12-31' }, { key: 'early' });
    const rule = await makeRule(kind, { conditions: [], before: { field: 'due_on', days: [30, 7, 1] } });
    await due(rule, '2026-11-20T12:00:00Z');
    expect(await told()).toEqual([]);
    await due(rule, '2026-12-01T12:00:00Z');
    await due(rule, '2026-12-02T12:00:00Z');
    expect(await told()).toEqual([early]);
    const { key: late } = await makeSubject(kind, { due_on: '2026-12-31' }, { key: 'late' });
    for (const day of ['26', '27', '28']) await due(rule, `2026-12-${day}T12:00:00Z`);
    expect((await told()).filter((key) => key === late)).toHaveLength(1);
    await due(rule, '2026-12-30T12:00:00Z');
    expect((await told()).filter((key) => key === late)).toHaveLength(2);
    expect((await told()).filter((key) => key === early)).toHaveLength(3);
    // A new date is a new cause.
    await set(kind, late, { due_on: '2027-01-31' });
    await due(rule, '2027-01-30T12:00:00Z');
    expect((await told()).filter((key) => key === late)).toHaveLength(3);
  });
});

describe('what it asks', () => {
  test.each([
    [
      { field: 'fine', op: 'gte', than: 'limit', plus: 1_000 },
      { fine: 6_000, limit: 5_000 },
      { fine: 5_900, limit: 5_000 },
    ],
    [{ field: 'due_on', op: 'older_than', value: 7 }, { due_on: '2026-11-01' }, { due_on: '2026-11-28' }],
    [{ field: 'due_on', op: 'within', value: 7 }, { due_on: '2026-12-03' }, { due_on: '2026-12-20' }],
    [{ field: 'back', op: 'eq', value: false }, { back: false }, { back: true }],
    [{ field: 'fine', op: 'not_set' }, {}, { fine: 1 }],
    [{ field: 'book', op: 'eq', value: "x' or true --" }, { book: "x' or true --" }, { book: 'y' }],
  ] as const)('%j', async (condition, yes, no) => {
    const { key: kind } = await makeKind();
    const { key } = await makeSubject(kind, yes);
    await makeSubject(kind, no);
    const rule = await makeRule(kind, { conditions: [condition as never] });
    await due(rule, '2026-12-01T12:00:00Z');
    expect(await told()).toEqual([key]);
  });

  test('that its kind does not have, or of another type, is refused in plain words', async () => {
    const { key: kind } = await makeKind();
    const codes = (input: object) =>
      makeRule(kind, input as never).catch(({ errors }) => errors.map(({ code }: { code: string }) => code));
    expect(await codes({ conditions: [{ field: 'pages', op: 'gt', value: 1 }] })).toEqual(['no_field']);
    expect(await codes({ conditions: [{ field: 'fine', op: 'gt', value: 'much' }] })).toEqual([
      'condition_value',
    ]);
    expect(await codes({ conditions: [{ field: 'book', op: 'lt', value: 'x' }] })).toEqual(['option']);
    expect(await codes({ conditions: [], before: { field: 'fine', days: [1] } })).toEqual(['no_field']);
    expect(await codes({ type: 'nothing' })).toEqual(['no_notification_type']);
  });
});

test('who has no contact, or lacks what the type needs, is left out with the reason', async () => {
  const { key: kind } = await makeKind();
  await makeSubject(kind, { fine: 6_000 }, { contact: null });
  await makeSubject(kind, { fine: 6_000, book: null });
  await due(await makeRule(kind), '2026-12-01T12:00:00Z');
  const rows = await sql()<{ reason: string }[]>`select reason from rule_firings order by reason`;
  expect(rows.map(({ reason }) => reason)).toEqual(['no_contact', 'variables.book required']);
});

test('nobody was told whom no channel reaches, also where that is seen after a crash', async () => {
  const { key: kind } = await makeKind();
  const { key: contact } = await makeContact({ phone: '+595981123456' });
  await makeSubject(kind, { fine: 6_000 }, { contact });
  await makeSubject(kind, { fine: 6_000 });
  await sql()`update contacts set phone = null where key = ${contact}`;
  await due(await makeRule(kind), '2026-12-01T12:00:00Z');
  const states = () => sql()`select state, reason from rule_firings order by state`;
  const expected = [
    { state: 'left_out', reason: 'no_address' },
    { state: 'told', reason: null },
  ];
  expect(await states()).toEqual(expected);
  await sql()`update rule_firings set state = 'waiting', reason = null`;
  await runDueRules(new Date('2026-12-01T12:01:00Z'));
  expect(await states()).toEqual(expected);
});

test('what was to run long ago is noted as missed, and the next time is the next one', async () => {
  const { key: kind } = await makeKind();
  await makeSubject(kind, { fine: 6_000 });
  const rule = await makeRule(kind, { cron: '0 9 * * *' });
  await sql()`update rules set next_run_at = '2026-12-01T12:00:00Z' where id = ${rule.id}`;
  await runDueRules(new Date('2026-12-03T23:00:00Z'));
  expect((await listRuns(testContext, { id: rule.id })).data).toMatchObject([{ state: 'missed', fired: 0 }]);
  const [row] = await sql()`select next_run_at from rules where id = ${rule.id}`;
  // Asunción is three hours behind all year since October 2024 (tzdata 2024b).
  expect(row!.next_run_at.toISOString()).toBe('2026-12-04T12:00:00.000Z');
});

test('a rule of one company tells of its own subjects alone; one that is off does not run', async () => {
  const [one, other] = [await makeCompany(), await makeCompany()];
  const { key: kind } = await makeKind();
  const { key } = await makeSubject(kind, { fine: 6_000 }, { company: one.key });
  await makeSubject(kind, { fine: 6_000 }, { company: other.key });
  const rule = await makeRule(kind, { company: one.key });
  await due(rule, '2026-12-01T12:00:00Z');
  expect(await told()).toEqual([key]);
  await updateRule(testContext, { id: rule.id, active: false });
  expect((await getRule(testContext, { id: rule.id })).nextRuns).toEqual([]);
  expect(await sql()`select from rules where next_run_at is not null`).toHaveLength(0);
});

test('of conditions joined by or any is enough; one that is not there takes nothing away, and all of them over is over', async () => {
  const { key: kind } = await makeKind();
  const { key: fined } = await makeSubject(kind, { fine: 6_000 });
  const { key: late } = await makeSubject(kind, { due_on: '2026-11-01', fine: 10 });
  await makeSubject(kind, { fine: 10, due_on: '2026-12-20' });
  const rule = await makeRule(kind, {
    match: 'any',
    conditions: [
      { field: 'fine', op: 'gt', value: 5_000 },
      { field: 'due_on', op: 'older_than', value: 7 },
    ],
  });
  await due(rule, '2026-12-01T12:00:00Z');
  expect((await told()).toSorted()).toEqual([fined, late].toSorted());
  // Still true by the other one: no news.
  await set(kind, fined, { fine: 0, due_on: '2026-11-01' });
  await due(rule, '2026-12-02T12:00:00Z');
  expect(await told()).toHaveLength(2);
  await set(kind, fined, { due_on: '2026-12-20' });
  await due(rule, '2026-12-03T12:00:00Z');
  await set(kind, fined, { fine: 6_000 });
  await due(rule, '2026-12-04T12:00:00Z');
  expect(await told()).toHaveLength(3);
});
