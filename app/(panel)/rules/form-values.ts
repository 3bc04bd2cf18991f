import { z } from 'zod';
import { OPERATORS, type Operator, type RuleInput } from '@/lib/rules/schema';
import type { KindView } from '@/lib/subject-kinds/schema';
import { PRESETS } from './presets';

const name = z.string().max(120);

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

const ALONE: readonly Operator[] = ['set', 'not_set'];

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
