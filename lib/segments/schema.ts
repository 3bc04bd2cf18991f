import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { displayName, shortText } from '@/lib/validation';

/** What each kind of field can be asked. `within`, `older_than`: days. */
export const OPERATORS_OF = {
  text: ['eq', 'ne', 'contains', 'not_contains', 'set', 'not_set'],
  /** A field of one's own: what it is compared with says of which type it is. */
  own: ['eq', 'ne', 'contains', 'lt', 'lte', 'gt', 'gte', 'older_than', 'within', 'set', 'not_set'],
  date: ['older_than', 'within'],
  list: ['in', 'not_in'],
  activity: ['within', 'not_within', 'ever', 'never'],
} as const;
export type FieldKind = keyof typeof OPERATORS_OF;

export const SEGMENT_FIELDS = {
  name: 'text',
  email: 'text',
  domain: 'text',
  phone: 'text',
  key: 'text',
  language: 'text',
  time_zone: 'text',
  created: 'date',
  list: 'list',
  opened: 'activity',
  clicked: 'activity',
} as const satisfies Record<string, FieldKind>;
export const SEGMENT_FIELD_NAMES = Object.keys(SEGMENT_FIELDS) as (keyof typeof SEGMENT_FIELDS)[];

export const SEGMENT_OPERATORS = [...new Set(Object.values(OPERATORS_OF).flat())];
export type SegmentOperator = (typeof SEGMENT_OPERATORS)[number];

/** Of what needs no value beside it. */
export const WITHOUT_VALUE: readonly SegmentOperator[] = ['set', 'not_set', 'ever', 'never'];

export const MAX_RULES = 50;

const Value = z
  .unknown()
  .refine(
    (value) => ['string', 'number', 'boolean'].includes(typeof value) && `${value}`.length <= 1_000,
    flaw('condition_value'),
  ) as unknown as z.ZodUnion<[z.ZodString, z.ZodNumber, z.ZodBoolean]>;

export const SegmentRule = z.strictObject({
  /** A name of the list above, or `fields.grade`. */
  field: shortText(60).min(1),
  op: z.enum(SEGMENT_OPERATORS),
  value: Value.optional(),
});
export type SegmentRule = z.output<typeof SegmentRule>;

const match = z.enum(['all', 'any']);

/** Groups of rules: with `all` of `any` and `any` of `all` whatever rules can say is said. */
export const SegmentRules = z.strictObject({
  match: match.default('all'),
  groups: z
    .array(
      z.strictObject({
        match: match.default('all'),
        rules: z.array(SegmentRule).min(1).max(MAX_RULES, { abort: true }),
      }),
    )
    .min(1)
    .max(10, { abort: true }),
});
export type SegmentRules = z.output<typeof SegmentRules>;

const fields = { title: displayName(120), rules: SegmentRules };

/** `POST /api/v1/segments`. */
export const SegmentInput = z.strictObject({ ...fields, company: CompanyRef.nullish() });
export type SegmentInput = z.output<typeof SegmentInput>;

export const SegmentPatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type SegmentPatch = z.output<typeof SegmentPatch>;

export const SegmentFilter = z.strictObject({ company: CompanyRef.optional() });

/** `POST /api/v1/segments/preview`. */
export const SegmentPreviewInput = z.strictObject({ rules: SegmentRules, company: CompanyRef.nullish() });
export type SegmentPreviewInput = z.output<typeof SegmentPreviewInput>;

export type SegmentView = {
  id: string;
  title: string;
  rules: SegmentRules;
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};

/** `count`: up to `SEGMENT_MOST`, beyond which nobody counts while somebody types. */
export type SegmentPreview = {
  count: number;
  more: boolean;
  sample: { id: string; name: string | null; email: string | null }[];
};
export const SEGMENT_MOST = 100_000;
