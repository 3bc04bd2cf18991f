import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { isTimeZone } from '@/lib/settings/known-names';
import { displayName, matching, shortText } from '@/lib/validation';
import { isCron } from './clock';

/** `older_than` and `within`: of a date, in days. */
export const OPERATORS = [
  'lt',
  'lte',
  'gt',
  'gte',
  'eq',
  'ne',
  'older_than',
  'within',
  'set',
  'not_set',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Of several conditions: all of them hold, or any. A day before a date is asked for besides. */
export const MATCHES = ['all', 'any'] as const;

const field = matching(/^[a-z][a-z0-9_]{0,39}$/, flaw('variable_name'));

const Value = z
  .unknown()
  .refine(
    (value) => ['string', 'number', 'boolean'].includes(typeof value) && `${value}`.length <= 1_000,
    flaw('condition_value'),
  ) as unknown as z.ZodUnion<[z.ZodString, z.ZodNumber, z.ZodBoolean]>;

export const Condition = z.strictObject({
  field,
  op: z.enum(OPERATORS),
  /** A number, a day, a text; of `gte` also the name of another field. */
  value: Value.optional(),
  /** Added to `value`, where that is another field: kilometres since the last service. */
  plus: z.number().optional(),
  /** Compared with this field instead of a value. */
  than: field.optional(),
});
export type Condition = z.output<typeof Condition>;

const Before = z.strictObject({
  field,
  /** 30, 15, 7, 1; negative: after it. */
  days: z
    .array(z.number().int().min(-3_650).max(3_650))
    .min(1)
    .max(20, { abort: true })
    .refine((list) => new Set(list).size === list.length, flaw('twice')),
});

const fields = {
  title: displayName(120),
  /** Key of the notification type. */
  type: shortText(60).min(1),
  match: z.enum(MATCHES),
  conditions: z.array(Condition).max(20, { abort: true }),
  /** On so many days before a date; without it, once the conditions become true. */
  before: Before.nullable(),
  cron: shortText(100).refine(isCron, flaw('cron')),
  timeZone: z.string().refine(isTimeZone, flaw('time_zone')),
  active: z.boolean(),
};

/** `POST /api/v1/rules`. */
export const RuleInput = z.strictObject({
  ...fields,
  kind: shortText(60).min(1),
  match: fields.match.default('all'),
  conditions: fields.conditions.default([]),
  before: fields.before.default(null),
  cron: fields.cron.default('0 9 * * *'),
  timeZone: fields.timeZone.optional(),
  active: fields.active.default(true),
  /** `all`: also those that match when it begins; `new`: only who matches from then on. */
  start: z.enum(['all', 'new']).default('new'),
  company: CompanyRef.nullish(),
});
export type RuleInput = z.output<typeof RuleInput>;

export const RulePatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type RulePatch = z.output<typeof RulePatch>;

export const RuleFilter = z.strictObject({ company: CompanyRef.optional() });

/** `GET /api/v1/rules/coming`. */
export const ComingQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(31).default(7),
  company: CompanyRef.optional(),
});
export type ComingQuery = z.output<typeof ComingQuery>;

/** `POST /api/v1/rules/{id}/run`. */
export const RunInput = z.strictObject({ dryRun: z.boolean().default(false) });

export type RuleView = {
  id: string;
  title: string;
  kind: string;
  type: string;
  match: (typeof MATCHES)[number];
  conditions: Condition[];
  before: { field: string; days: number[] } | null;
  cron: string;
  timeZone: string;
  active: boolean;
  /** The next five. */
  nextRuns: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};

/** `at`: the first time on that day, by the clock of `timeZone`; `times`: how often on it. */
export type ComingRun = {
  ruleId: string;
  title: string;
  type: string;
  at: string;
  timeZone: string;
  times: number;
  company?: string;
};
export type ComingDay = { day: string; runs: ComingRun[] };

export type RunView = {
  id: string;
  plannedAt: string;
  at: string;
  state: 'done' | 'missed' | 'failed';
  by: string;
  matched: number;
  fired: number;
  detail: string | null;
};

export type Told = { id: string; key: string; contactId: string | null; data: Record<string, unknown> };
/** `matched`: for how many the rule holds now; `fired`: of those, who is or would be told. */
export type RunResult = { dryRun: boolean; matched: number; fired: number; sample: Told[] };
