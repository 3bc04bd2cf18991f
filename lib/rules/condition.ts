import { type SQL, sql } from 'drizzle-orm';
import { subjects } from '@/drizzle/schema/subjects';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { isDay } from '@/lib/subject-kinds/day';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import type { Condition, Operator, RuleInput } from './schema';

const COMPARISONS: Partial<Record<Operator, SQL>> = {
  lt: sql`<`,
  lte: sql`<=`,
  gt: sql`>`,
  gte: sql`>=`,
  eq: sql`=`,
  ne: sql`<>`,
};
const BY_TYPE: Record<SubjectField['type'], readonly Operator[]> = {
  number: ['lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'set', 'not_set'],
  date: ['lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'older_than', 'within', 'set', 'not_set'],
  text: ['eq', 'ne', 'set', 'not_set'],
  boolean: ['eq', 'ne', 'set', 'not_set'],
};

type Ruled = Pick<RuleInput, 'conditions' | 'before'>;

/** Further than anybody plans, within what a date can be. */
const MOST_DAYS = 36_500;

/** What a rule asks of the fields of its kind. @throws AppError validation_failed, with all that is wrong */
export function checkRule(rule: Ruled, fields: SubjectField[]): void {
  const errors = faultsOf(rule, fields);
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
}

/** Also of one that its kind was changed under: it would tell of others than it says. */
export function faultsOf({ conditions, before }: Ruled, fields: SubjectField[]): FieldError[] {
  // One that asks nothing would tell everybody.
  if (!before && conditions.length === 0) return [fieldError('conditions', 'required')];
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const errors: FieldError[] = conditions.flatMap((condition, index) => {
    const path = `conditions.${index}`;
    const type = types.get(condition.field);
    if (!type) return [fieldError(`${path}.field`, 'no_field', { field: condition.field })];
    if (!BY_TYPE[type].includes(condition.op))
      return [fieldError(`${path}.op`, 'option', { options: BY_TYPE[type].join(', ') })];
    if (condition.op === 'set' || condition.op === 'not_set') return [];
    if (!isMove(type, condition.plus)) return [fieldError(`${path}.plus`, 'condition_value')];
    if (condition.than !== undefined && COMPARISONS[condition.op])
      return types.get(condition.than) === type
        ? []
        : [fieldError(`${path}.than`, 'no_field', { field: condition.than })];
    return isValue(type, condition) ? [] : [fieldError(`${path}.value`, 'condition_value')];
  });
  if (before && types.get(before.field) !== 'date')
    errors.push(fieldError('before.field', 'no_field', { field: before.field }));
  return errors;
}

function isMove(type: SubjectField['type'], plus: number | undefined): boolean {
  if (plus === undefined || type === 'number') return true;
  return type === 'date' && Number.isInteger(plus) && Math.abs(plus) <= MOST_DAYS;
}

function isValue(type: SubjectField['type'], { op, value }: Condition): boolean {
  if (op === 'older_than' || op === 'within')
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_DAYS;
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (type === 'date') return typeof value === 'string' && isDay(value);
  return type === 'boolean' ? typeof value === 'boolean' : typeof value === 'string';
}

/** Which subjects it holds for on this day. Names and values go as parameters; what a field has that is of another type matches nothing. */
export function whereOf(
  { match, conditions }: Pick<RuleInput, 'match' | 'conditions'>,
  fields: SubjectField[],
  today: string,
): SQL {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const parts = conditions.map((condition) => part(condition, types.get(condition.field) ?? 'text', today));
  if (parts.length === 0) return sql`true`;
  return sql`(${sql.join(parts, match === 'any' ? sql` or ` : sql` and `)})`;
}

function part({ field, op, value, than, plus }: Condition, type: SubjectField['type'], today: string): SQL {
  const own = read(field, type);
  switch (op) {
    case 'set':
      return sql`${own} is not null`;
    case 'not_set':
      return sql`${own} is null`;
    case 'older_than':
      return sql`${own} < ${today}::date - ${value}::int`;
    case 'within':
      return sql`${own} between ${today}::date and ${today}::date + ${value}::int`;
    default: {
      const other = than === undefined ? sql`${value}::${sql.raw(CASTS[type])}` : read(than, type);
      const moved =
        plus === undefined ? other : sql`${other} + ${plus}::${sql.raw(type === 'date' ? 'int' : 'numeric')}`;
      return sql`${own} ${COMPARISONS[op]!} ${moved}`;
    }
  }
}

const CASTS: Record<SubjectField['type'], string> = {
  number: 'numeric',
  date: 'date',
  text: 'text',
  boolean: 'boolean',
};

/** A value of this type, or null. */
export function read(field: string, type: SubjectField['type']): SQL {
  const raw = sql`${subjects.data}->>${field}::text`;
  switch (type) {
    case 'number':
      return sql`(case when jsonb_typeof(${subjects.data}->${field}::text) = 'number' then (${raw})::numeric end)`;
    case 'boolean':
      return sql`(case when jsonb_typeof(${subjects.data}->${field}::text) = 'boolean' then (${raw})::boolean end)`;
    case 'date':
      return sql`(case when ${raw} ~ '^\\d{4}-\\d{2}-\\d{2}$' then (${raw})::date end)`;
    default:
      return sql`(${raw})`;
  }
}
