import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { isCron } from '@/lib/rules/clock';
import { isTimeZone } from '@/lib/settings/known-names';
import { ColumnNames, DATE_ORDERS } from '@/lib/subjects/import-schema';
import { displayName, httpUrl, shortText } from '@/lib/validation';

const fields = {
  title: displayName(120),
  /** CSV, or JSON as `POST /api/v1/subjects/batch` takes it. */
  url: httpUrl,
  /** What each column of a CSV file is, as in an import. */
  columns: ColumnNames.nullable(),
  decimal: z.enum(['point', 'comma']).nullable(),
  dates: z.enum(DATE_ORDERS),
  cron: shortText(100).refine(isCron, flaw('cron')),
  timeZone: z.string().refine(isTimeZone, flaw('time_zone')),
  active: z.boolean(),
};

/** `POST /api/v1/subject-sources`. */
export const SourceInput = z.strictObject({
  ...fields,
  /** Id or key. */
  kind: shortText(60).min(1),
  columns: fields.columns.default(null),
  decimal: fields.decimal.default(null),
  dates: fields.dates.default('ymd'),
  cron: fields.cron.default('0 * * * *'),
  timeZone: fields.timeZone.optional(),
  active: fields.active.default(true),
  company: CompanyRef.nullish(),
});
export type SourceInput = z.output<typeof SourceInput>;

export const SourcePatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type SourcePatch = z.output<typeof SourcePatch>;

export const SourceFilter = z.strictObject({ company: CompanyRef.optional() });

/** Why nothing came of a reading. */
export const PROBLEMS = ['no_answer', 'refused', 'not_subjects', 'too_large', 'no_secret'] as const;
export type Problem = { code: (typeof PROBLEMS)[number]; detail: string };

export type SourceView = {
  id: string;
  title: string;
  kind: string;
  url: string;
  columns: string[] | null;
  decimal: 'point' | 'comma' | null;
  dates: (typeof DATE_ORDERS)[number];
  cron: string;
  timeZone: string;
  active: boolean;
  nextReadAt: string | null;
  lastReadAt: string | null;
  problem: Problem | null;
  result: { created: number; changed: number; same: number; wrong: number } | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};
