import { z } from 'zod';
import { OPERATORS, type Operator, type RuleInput, type RulePatch, type RuleView } from '@/lib/rules/schema';
import type { KindView } from '@/lib/subject-kinds/schema';
import { PRESETS } from './presets';

const MOST_CHARS = 120;
const name = z.string().max(MOST_CHARS);

/** One condition, or days before a date: what can be said in one sentence. More of them at once is for programs. */
export const RuleForm = z.strictObject({
  title: name.min(1),
  kind: name.min(1),
  type: name.min(1),
  how: z.enum(['condition', 'before']),
  field: name.min(1),
  op: z.enum(OPERATORS),
  value: name.optional(),
  days: z.array(z.string().max(6)).max(20).optional(),
  cron: z.string().max(100),
  start: z.enum(['all', 'new']),
});
export type RuleForm = z.output<typeof RuleForm>;

export const NEW_RULE: z.input<typeof RuleForm> = {
  title: '',
  kind: '',
  type: '',
  how: 'condition',
  field: '',
  op: 'lt',
  value: '',
  days: ['30', '15', '7', '1'],
  cron: PRESETS.nine,
  start: 'new',
};

/** What can be asked of a field of each type, in words that people use. */
export const OF_TYPE: Record<string, readonly Operator[]> = {
  number: ['lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'set', 'not_set'],
  date: ['older_than', 'within', 'set', 'not_set'],
  text: ['eq', 'ne', 'set', 'not_set'],
  boolean: ['eq', 'set', 'not_set'],
};
const ALONE: readonly Operator[] = ['set', 'not_set'];

/** Whether what it asks fits into the form; if not, a program asks it, and it stays as it is. */
export function isSimple({ kind, conditions, before }: RuleView, kinds: KindView[]): boolean {
  if (before) return conditions.length === 0;
  const [condition, ...others] = conditions;
  const type = kinds
    .find(({ key }) => key === kind)
    ?.fields.find(({ name: each }) => each === condition?.field)?.type;
  if (!condition || !type || others.length > 0 || String(condition.value).length > MOST_CHARS) return false;
  return condition.than === undefined && !condition.plus && OF_TYPE[type]!.includes(condition.op);
}

export function formOf({ title, kind, type, conditions, before, cron }: RuleView): z.input<typeof RuleForm> {
  const [condition] = conditions;
  return {
    ...NEW_RULE,
    ...{ title, kind, type, cron },
    how: before ? 'before' : 'condition',
    field: before?.field ?? condition?.field ?? '',
    ...(condition && { op: condition.op, value: String(condition.value ?? '').slice(0, MOST_CHARS) }),
    ...(before && { days: before.days.map(String) }),
  };
}

/** What is saved. Its kind stays, and what it asks where that does not fit into the form. */
export function changesOf(values: RuleForm, rule: RuleView, kinds: KindView[]): z.input<typeof RulePatch> {
  const { title, type, cron, before = null, conditions = [] } = inputOf(values, kinds);
  return { title, type, cron, ...(isSimple(rule, kinds) && { before, conditions }) };
}

export function inputOf(values: RuleForm, kinds: KindView[]): z.input<typeof RuleInput> {
  const { title, kind, type, how, field, op, value, days = [], cron, start } = values;
  const common = { title, kind, type, cron, start };
  if (how === 'before') return { ...common, before: { field, days: days.map(Number) } };
  const fieldType = kinds.find(({ key }) => key === kind)?.fields.find((each) => each.name === field)?.type;
  const condition = ALONE.includes(op)
    ? { field, op }
    : { field, op, value: readValue(value ?? '', op, fieldType) };
  return { ...common, conditions: [condition] };
}

/** As the field has it; what is none of that is told by the server at its place. */
function readValue(text: string, op: Operator, type: string | undefined): string | number | boolean {
  if (op === 'older_than' || op === 'within' || type === 'number')
    return text.trim() === '' ? text : Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
