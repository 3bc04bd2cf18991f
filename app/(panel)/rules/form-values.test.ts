import { expect, test } from 'vitest';
import type { RuleView } from '@/lib/rules/schema';
import type { KindView } from '@/lib/subject-kinds/schema';
import { changesOf, formOf, isSimple, RuleForm } from './form-values';

const kinds = [
  {
    key: 'loan',
    fields: [
      { name: 'fine', type: 'number' },
      { name: 'limit', type: 'number' },
      { name: 'due_on', type: 'date' },
      { name: 'back', type: 'boolean' },
    ],
  },
] as KindView[];
const rule = (part: Partial<RuleView>) =>
  ({
    title: 'Late',
    kind: 'loan',
    type: 'late',
    cron: '5 4 * * *',
    match: 'all',
    conditions: [],
    before: null,
    ...part,
  }) as RuleView;
const saved = (part: Partial<RuleView>) => changesOf(RuleForm.parse(formOf(rule(part))), rule(part), kinds);

test.each([
  { conditions: [{ field: 'fine', op: 'gt', value: 5_000 }], before: null },
  { conditions: [{ field: 'back', op: 'eq', value: false }], before: null },
  { conditions: [{ field: 'due_on', op: 'not_set' }], before: null },
  { conditions: [], before: { field: 'due_on', days: [7, -1] } },
  { conditions: [{ field: 'back', op: 'eq', value: false }], before: { field: 'due_on', days: [7] } },
  {
    match: 'any',
    conditions: [
      { field: 'fine', op: 'gte', than: 'limit', plus: 10_000 },
      { field: 'due_on', op: 'older_than', value: 180 },
      { field: 'fine', op: 'gt', than: 'limit' },
    ],
    before: null,
  },
] satisfies Partial<RuleView>[])('$conditions $before goes through the form as it is', (part) => {
  expect(isSimple(rule(part), kinds)).toBe(true);
  expect(saved(part)).toEqual({ title: 'Late', type: 'late', cron: '5 4 * * *', match: 'all', ...part });
});

test.each([
  { conditions: [{ field: 'fine', op: 'gte', than: 'gone', plus: 7 }] },
  { conditions: [{ field: 'fine', op: 'gte', value: 1, plus: 7 }] },
  { conditions: [{ field: 'due_on', op: 'lt', value: '2026-12-31' }] },
  { conditions: [{ field: 'gone', op: 'set' }] },
  { conditions: Array.from({ length: 11 }, () => ({ field: 'fine', op: 'gt' as const, value: 1 })) },
  { conditions: [{ field: 'fine', op: 'eq', value: 'x'.repeat(200) }] },
] satisfies Partial<RuleView>[])(
  '$conditions $before, which does not fit, stays as a program said it',
  (part) => {
    expect(saved(part)).toEqual({ title: 'Late', type: 'late', cron: '5 4 * * *' });
  },
);
