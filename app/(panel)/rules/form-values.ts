import { z } from 'zod';
import {
  type Condition,
  MATCHES,
  OPERATORS,
  type Operator,
  type RuleInput,
  type RulePatch,
  type RuleView,
} from '@/lib/rules/schema';
import type { KindView, SubjectField } from '@/lib/subject-kinds/schema';
import { PRESETS } from './presets';

const MOST_CHARS = 120;
export const MOST_CONDITIONS = 10;
const name = z.string().max(MOST_CHARS);

const ConditionForm = z.strictObject({
  field: name.min(1),
  op: z.enum(OPERATORS),
  value: name.optional(),
  /** Compared with this field instead, and `plus` added to that; empty: with the value. */
  than: name.optional(),
  plus: name.optional(),
});
export type ConditionForm = z.output<typeof ConditionForm>;

/** Conditions, of which all hold or any; or days before a date, and conditions besides. */
export const RuleForm = z.strictObject({
  title: name.min(1),
  kind: name.min(1),
  type: name.min(1),
  how: z.enum(['condition', 'before']),
  match: z.enum(MATCHES),
  conditions: z.array(ConditionForm).max(MOST_CONDITIONS),
  date: name.optional(),
  days: z.array(z.string().max(6)).max(20).optional(),
  cron: z.string().max(100),
  start: z.enum(['all', 'new']),
});
export type RuleForm = z.output<typeof RuleForm>;

export const NEW_CONDITION: z.input<typeof ConditionForm> = {
  field: '',
  op: 'lt',
  value: '',
  than: '',
  plus: '',
};

export const NEW_RULE: z.input<typeof RuleForm> = {
  title: '',
  kind: '',
  type: '',
  how: 'condition',
  match: 'all',
  conditions: [NEW_CONDITION],
  date: '',
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

/** Whether there is a value beside it, or another field. */
export function isAlone(op: Operator): boolean {
  return ALONE.includes(op);
}

/** Whether what it asks fits into the form; if not, a program asks it, and it stays as it is. */
export function isSimple({ kind, conditions }: RuleView, kinds: KindView[]): boolean {
  const fields = fieldsOf(kinds, kind);
  return conditions.length <= MOST_CONDITIONS && conditions.every((condition) => fits(condition, fields));
}

function fits({ field, op, value, than, plus }: Condition, fields: SubjectField[]): boolean {
  const type = typeOf(fields, field);
  if (!type || !OF_TYPE[type]!.includes(op) || String(value).length > MOST_CHARS) return false;
  if (than === undefined) return plus === undefined;
  // Of days nobody asks so in a sentence.
  return type === 'number' && typeOf(fields, than) === 'number';
}

export function formOf({
  title,
  kind,
  type,
  match,
  conditions,
  before,
  cron,
}: RuleView): z.input<typeof RuleForm> {
  return {
    ...NEW_RULE,
    ...{ title, kind, type, match, cron },
    how: before ? 'before' : 'condition',
    conditions: conditions.slice(0, MOST_CONDITIONS).map(({ field, op, value, than, plus }) => ({
      field,
      op,
      value: String(value ?? '').slice(0, MOST_CHARS),
      than: than ?? '',
      plus: plus === undefined ? '' : String(plus),
    })),
    ...(before && { date: before.field, days: before.days.map(String) }),
  };
}

/** What is saved. Its kind stays, and what it asks where that does not fit into the form. */
export function changesOf(values: RuleForm, rule: RuleView, kinds: KindView[]): z.input<typeof RulePatch> {
  const { title, type, cron, match, before = null, conditions = [] } = inputOf(values, kinds);
  return { title, type, cron, ...(isSimple(rule, kinds) && { match, before, conditions }) };
}

export function inputOf(values: RuleForm, kinds: KindView[]): z.input<typeof RuleInput> {
  const { title, kind, type, how, match, date = '', days = [], cron, start } = values;
  const fields = fieldsOf(kinds, kind);
  const conditions = values.conditions.map((condition) => conditionOf(condition, fields));
  const before = how === 'before' ? { before: { field: date, days: days.map(Number) } } : {};
  return { ...{ title, kind, type, cron, start, match, conditions }, ...before };
}

function conditionOf(
  { field, op, value = '', than, plus }: ConditionForm,
  fields: SubjectField[],
): Condition {
  if (isAlone(op)) return { field, op };
  if (!than) return { field, op, value: readValue(value, op, typeOf(fields, field)) };
  // What is no number is told by the server at its place.
  return { field, op, than, ...(plus?.trim() && { plus: Number(plus) }) };
}

function fieldsOf(kinds: KindView[], kind: string): SubjectField[] {
  return kinds.find(({ key }) => key === kind)?.fields ?? [];
}

function typeOf(fields: SubjectField[], field: string): string | undefined {
  return fields.find((each) => each.name === field)?.type;
}

/** As the field has it; what is none of that is told by the server at its place. */
function readValue(text: string, op: Operator, type: string | undefined): string | number | boolean {
  if (op === 'older_than' || op === 'within' || type === 'number')
    return text.trim() === '' ? text : Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
