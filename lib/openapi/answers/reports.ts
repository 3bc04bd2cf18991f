import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { FREQUENCIES, REPORT_PROBLEMS, type ReportSent, type ReportView } from '@/lib/reports/schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Time } from './parts';

const problem = z
  .enum(REPORT_PROBLEMS)
  .nullable()
  .describe('`no_provider`: nobody could carry it; `no_sender`; `failed`: it could not be made.');

export const ReportAnswer = answerOf<ReportView>()(
  'Report',
  z.strictObject({
    id: Id,
    name: z.string(),
    frequency: z.enum(FREQUENCIES),
    hour: z.int(),
    timeZone: z.string(),
    language: z.enum(LOCALES),
    recipients: z.array(z.string()),
    active: z.boolean(),
    nextAt: Time.nullable().describe('Null: it is paused.'),
    lastSentAt: Time.nullable(),
    problem: problem.describe('Why the last one is still not sent; it is tried again every 15 minutes.'),
    company: z.string().optional(),
    version: z.int(),
    createdAt: Time,
  }),
);
export const ReportsAnswer = named('Reports', listOf(ReportAnswer));
export const ReportSentAnswer = answerOf<ReportSent>()(
  'ReportSent',
  z.strictObject({
    sent: Count.describe('Mails that were accepted, one for each recipient.'),
    sandbox: z.boolean().describe('Nobody receives them: there are only sandboxes.'),
    problem,
  }),
);
