import { sql } from '@/lib/database/db';
import { AppError, type FieldError, fieldError } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { kindOf } from './kind-of';
import {
  type FieldKind,
  MAX_RULES,
  OPERATORS_OF,
  type SegmentRule,
  type SegmentRules,
  WITHOUT_VALUE,
} from './schema';

/** What rules ask of fields, operators and lists. @throws AppError validation_failed, with all that is wrong */
export async function checkRules(companyId: string | null, rules: SegmentRules): Promise<void> {
  const all = rules.groups.flatMap((group, g) =>
    group.rules.map((rule, r) => ({ rule, path: `rules.groups.${g}.rules.${r}` })),
  );
  const errors: FieldError[] = all.flatMap(({ rule, path }) => flawsOf(rule, path));
  if (all.length > MAX_RULES) errors.push(fieldError('rules', 'too_many', { max: MAX_RULES }));
  const lists = all.filter(({ rule }) => rule.field === 'list' && isUuid(String(rule.value)));
  const known = new Set(
    await visibleLists(
      companyId,
      lists.map(({ rule }) => String(rule.value)),
    ),
  );
  for (const { rule, path } of lists)
    if (!known.has(String(rule.value)))
      errors.push(fieldError(`${path}.value`, 'no_list', { list: String(rule.value) }));
  const [first] = errors;
  if (first) throw new AppError('validation_failed', `${first.path}: ${first.message}`, { errors });
}

function flawsOf({ field, op, value }: SegmentRule, path: string): FieldError[] {
  const kind = kindOf(field);
  if (!kind) return [fieldError(`${path}.field`, 'no_segment_field', { field })];
  if (!(OPERATORS_OF[kind] as readonly string[]).includes(op))
    return [fieldError(`${path}.op`, 'option', { options: OPERATORS_OF[kind].join(', ') })];
  return WITHOUT_VALUE.includes(op) || isValue(kind, op, value)
    ? []
    : [fieldError(`${path}.value`, 'condition_value')];
}

function isValue(kind: FieldKind, op: string, value: SegmentRule['value']): boolean {
  if (op === 'within' || op === 'not_within' || op === 'older_than')
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 3_650;
  if (kind === 'list') return typeof value === 'string' && isUuid(value);
  if (kind === 'own') return ['lt', 'lte', 'gt', 'gte'].includes(op) ? isOrdered(value) : value !== undefined;
  return typeof value === 'string' && value !== '';
}

/** A number or a day. */
function isOrdered(value: SegmentRule['value']): boolean {
  return Number.isFinite(value) || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
}

/** Of these, those that a company may ask for: its own, and those of all. */
export async function visibleLists(companyId: string | null, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await sql()<{ id: string }[]>`
    select id from lists where id = any(${ids}::uuid[]) and (company_id is null or company_id is not distinct from ${companyId})`;
  return rows.map(({ id }) => id);
}
