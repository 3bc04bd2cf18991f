import type { PendingQuery, Row } from 'postgres';
import { sql } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { kindOf } from './kind-of';
import type { SegmentRule, SegmentRules } from './schema';

type Fragment = PendingQuery<Row[]>;
type Around = { companyId: string | null; now: Date };

const DAY_MS = 24 * 60 * 60_000;

/** Whom rules hold for, as a condition on `contacts c`. Names and values go as parameters; what has no value matches only what asks for that. */
export function whereOf({ match, groups }: SegmentRules, around: Around): Fragment {
  return joined(
    match,
    groups.map((group) =>
      joined(
        group.match,
        group.rules.map((rule) => conditionOf(rule, around)),
      ),
    ),
  );
}

/** Whom a company may write to: its own, and those known to all. */
export function ofCompany(companyId: string | null): Fragment {
  return companyId === null
    ? sql()`c.company_id is null`
    : sql()`(c.company_id is null or c.company_id = ${companyId})`;
}

function joined(match: 'all' | 'any', parts: Fragment[]): Fragment {
  const [first, ...others] = parts;
  const both = (a: Fragment, b: Fragment) => (match === 'all' ? sql()`${a} and ${b}` : sql()`${a} or ${b}`);
  return sql()`(${others.reduce(both, first!)})`;
}

function conditionOf(rule: SegmentRule, around: Around): Fragment {
  switch (kindOf(rule.field)) {
    case 'list':
      return ofList(rule);
    case 'activity':
      return ofActivity(rule, around);
    case 'date':
      return ofDay(sql()`to_char(c.created_at, 'YYYY-MM-DD')`, rule, around);
    case 'own':
      return ofOwn(rule, around);
    default:
      return ofText(columnOf(rule.field), rule);
  }
}

function columnOf(field: string): Fragment {
  return field === 'domain' ? sql()`split_part(c.email_compared, '@', 2)` : sql()`c.${sql()(field)}`;
}

function ofText(column: Fragment, { op, value }: SegmentRule): Fragment {
  const wanted = String(value ?? '').toLowerCase();
  switch (op) {
    case 'eq':
      return sql()`lower(${column}) = ${wanted}`;
    case 'ne':
      return sql()`lower(${column}) is distinct from ${wanted}`;
    case 'contains':
      return sql()`position(${wanted} in lower(${column})) > 0`;
    case 'not_contains':
      return sql()`coalesce(position(${wanted} in lower(${column})), 0) = 0`;
    case 'set':
      return sql()`coalesce(${column}, '') <> ''`;
    default:
      return sql()`coalesce(${column}, '') = ''`;
  }
}

const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function ofOwn(rule: SegmentRule, around: Around): Fragment {
  const { op, value } = rule;
  const name = rule.field.slice('fields.'.length);
  const raw = sql()`c.fields->>${name}::text`;
  const json = sql()`c.fields->${name}::text`;
  if (op === 'older_than' || op === 'within') return ofDay(asDay(raw), rule, around);
  if (op === 'eq' || op === 'ne') {
    const same =
      typeof value === 'number'
        ? sql()`${asNumber(json, raw)} = ${value}::numeric`
        : sql()`lower(${raw}) = ${String(value).toLowerCase()}`;
    return op === 'eq' ? sql()`coalesce(${same}, false)` : sql()`not coalesce(${same}, false)`;
  }
  if (op === 'lt' || op === 'lte' || op === 'gt' || op === 'gte') {
    const sign = sql().unsafe(SIGNS[op]);
    return typeof value === 'number'
      ? sql()`coalesce(${asNumber(json, raw)} ${sign} ${value}::numeric, false)`
      : sql()`coalesce(${asDay(raw)} ${sign} ${String(value)}, false)`;
  }
  return ofText(sql()`(${raw})`, rule);
}

/** Also of a text that is one: of a file that was imported everything is text. */
function asNumber(json: Fragment, raw: Fragment): Fragment {
  return sql()`(case when jsonb_typeof(${json}) = 'number' or ${raw} ~ '^-?\\d{1,18}(\\.\\d{1,9})?$' then (${raw})::numeric end)`;
}

/** Of a text that begins like one, as text: days so written stand in their order, and one that no calendar has breaks nothing. */
function asDay(raw: Fragment): Fragment {
  return sql()`(case when ${raw} ~ '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])' then left(${raw}, 10) end collate "C")`;
}

function ofDay(day: Fragment, { op, value }: SegmentRule, { now }: Around): Fragment {
  const since = new Date(now.getTime() - Number(value) * DAY_MS).toISOString().slice(0, 10);
  const today = now.toISOString().slice(0, 10);
  return op === 'older_than'
    ? sql()`coalesce(${day} < ${since}, false)`
    : sql()`coalesce(${day} between ${since} and ${today}, false)`;
}

function ofList({ op, value }: SegmentRule): Fragment {
  const isOn = sql()`exists (select from list_members m where m.list_id = ${String(value)} and m.contact_id = c.id and m.state = 'subscribed')`;
  return op === 'in' ? isOn : sql()`not ${isOn}`;
}

/** By people: what programs opened is no interest. As long ago as events are kept. */
function ofActivity({ field, op, value }: SegmentRule, { companyId, now }: Around): Fragment {
  const since =
    op === 'within' || op === 'not_within'
      ? sql()`and e.id >= ${idFloor(new Date(now.getTime() - Number(value) * DAY_MS))}`
      : sql()``;
  const whose = companyId === null ? sql()`` : sql()`and e.company_id = ${companyId}`;
  const did = sql()`
    c.email_compared in (
      select lower(e.recipient) from events e
      where e.type = ${field} and e.recipient is not null and not coalesce(e.detail ? 'machine', false) ${since} ${whose})`;
  return op === 'within' || op === 'ever'
    ? sql()`coalesce(${did}, false)`
    : sql()`not coalesce(${did}, false)`;
}
