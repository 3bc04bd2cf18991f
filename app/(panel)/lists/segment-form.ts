import { z } from 'zod';
import { kindOf } from '@/lib/segments/kind-of';
import {
  SEGMENT_OPERATORS,
  type SegmentRule,
  type SegmentRules,
  type SegmentView,
  WITHOUT_VALUE,
} from '@/lib/segments/schema';
import { displayName } from '@/lib/validation';

const Row = z.strictObject({
  field: z.string().min(1),
  /** Of a field of one's own. */
  name: z.string().max(40).optional(),
  op: z.enum(SEGMENT_OPERATORS),
  value: z.string().max(1_000).optional(),
});
export type SegmentRow = z.input<typeof Row>;

/** One group of rules: what can be said in a sentence. Groups of groups are for programs. */
export const SegmentForm = z.strictObject({
  title: displayName(120),
  match: z.enum(['all', 'any']),
  rules: z.array(Row).min(1).max(50),
});
export type SegmentForm = z.output<typeof SegmentForm>;

export const OWN = 'own';
export const NEW_ROW: SegmentRow = { field: 'language', name: '', op: 'contains', value: '' };

export function formOf(segment: SegmentView | null): z.input<typeof SegmentForm> {
  const [group] = segment?.rules.groups ?? [];
  return {
    title: segment?.title ?? '',
    match: group?.match ?? 'all',
    rules: group?.rules.map(rowOf) ?? [NEW_ROW],
  };
}

/** What the form cannot show is not for it to change. */
export const isSimple = (segment: SegmentView) => segment.rules.groups.length === 1;

export function rulesOf({ match, rules }: Pick<SegmentForm, 'match' | 'rules'>): SegmentRules {
  return { match: 'all', groups: [{ match, rules: rules.map(ruleOf) }] };
}

function rowOf({ field, op, value }: SegmentRule): SegmentRow {
  const isOwn = field.startsWith('fields.');
  const name = isOwn ? field.slice('fields.'.length) : '';
  return { field: isOwn ? OWN : field, name, op, value: value === undefined ? '' : String(value) };
}

function ruleOf({ field, name, op, value = '' }: SegmentForm['rules'][number]): SegmentRule {
  const full = field === OWN ? `fields.${name ?? ''}` : field;
  return WITHOUT_VALUE.includes(op)
    ? { field: full, op }
    : { field: full, op, value: readValue(full, op, value) };
}

/** A number where one is meant; what is none is told by the server at its place. `007` is a name. */
function readValue(field: string, op: string, text: string): string | number | boolean {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text));
  if (op === 'within' || op === 'not_within' || op === 'older_than') return isNumber ? Number(text) : text;
  if (kindOf(field) !== 'own') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  if (op === 'eq' || op === 'ne') return String(Number(text)) === text ? Number(text) : text;
  return isNumber && ['lt', 'lte', 'gt', 'gte'].includes(op) ? Number(text) : text;
}
