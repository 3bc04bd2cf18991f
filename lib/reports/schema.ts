import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { LOCALES, type Locale } from '@/lib/i18n/locales';
import { isTimeZone } from '@/lib/settings/known-names';
import { displayName, emailAddress, uniqueList } from '@/lib/validation';

export const FREQUENCIES = ['daily', 'weekly', 'monthly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const MOST_RECIPIENTS = 20;

const fields = {
  name: displayName(80),
  /** Of the day before, of the week before (on Mondays), of the month before (on the first). */
  frequency: z.enum(FREQUENCIES),
  /** By the clocks of `timeZone`. */
  hour: z.number().int().min(0).max(23),
  timeZone: z.string().max(60).refine(isTimeZone, flaw('time_zone')),
  language: z.enum(LOCALES),
  /** Each gets a mail of their own. */
  recipients: uniqueList(emailAddress, MOST_RECIPIENTS).refine(
    (list) => list.length > 0,
    flaw('too_few', { min: 1 }),
  ),
  active: z.boolean(),
};

/** `POST /api/v1/reports`. Without a zone or language: those of the company, else of the settings. */
export const ReportInput = z.strictObject({
  ...fields,
  hour: fields.hour.default(7),
  timeZone: fields.timeZone.optional(),
  language: fields.language.optional(),
  active: fields.active.default(true),
  /** Id, key or name; null: of all companies together. */
  company: CompanyRef.nullish(),
});
export type ReportInput = z.output<typeof ReportInput>;

/** `PATCH /api/v1/reports/{id}`: what is left out stays. */
export const ReportPatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type ReportPatch = z.output<typeof ReportPatch>;

export const ReportRef = z.strictObject({ id: z.uuid() });

/** Why nobody has it: no provider can carry it, or none has a sender. */
export const REPORT_PROBLEMS = ['no_provider', 'no_sender', 'failed'] as const;
export type ReportProblem = (typeof REPORT_PROBLEMS)[number];

export type ReportView = {
  id: string;
  name: string;
  frequency: Frequency;
  hour: number;
  timeZone: string;
  language: Locale;
  recipients: string[];
  active: boolean;
  /** Null: it is paused. */
  nextAt: string | null;
  lastSentAt: string | null;
  /** Of the last try that was due; it is tried again until it succeeds. */
  problem: ReportProblem | null;
  company?: string;
  version: number;
  createdAt: string;
};

/** `POST /api/v1/reports/{id}/send`. `sandbox`: nobody receives it while there are only sandboxes. */
export type ReportSent = { sent: number; sandbox: boolean; problem: ReportProblem | null };
