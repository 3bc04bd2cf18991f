import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { emailAddress, instant, matching } from '@/lib/validation';
import { type AlertKind, KINDS, SEVERITIES, type Severity } from './kinds';

const timeOfDay = matching(/^([01]\d|2[0-3]):[0-5]\d$/, flaw('looks_like', { example: '22:00' }));
const fields = {
  active: z.boolean(),
  severity: z.enum(SEVERITIES),
  threshold: z.number().min(0).max(1_000_000_000).nullable(),
  windowMinutes: z.number().int().min(5).max(10_080).nullable(),
  minSample: z.number().int().min(1).max(1_000_000_000).nullable(),
  byMail: z.boolean(),
  /** Null: all administrators. */
  recipients: z.array(emailAddress).min(1).max(20).nullable(),
  /** Null: it is said once. */
  remindHours: z.number().int().min(1).max(720).nullable(),
  quietFrom: timeOfDay.nullable(),
  quietTo: timeOfDay.nullable(),
  mutedUntil: instant.nullable(),
};

/** `POST /api/v1/alert-rules`: what is left out is as usual for the kind. */
export const AlertRuleInput = z.strictObject({
  kind: z.enum(KINDS),
  company: CompanyRef.nullish(),
  ...z.strictObject(fields).partial().shape,
});
export type AlertRuleInput = z.output<typeof AlertRuleInput>;

/** `PATCH /api/v1/alert-rules/{id}`: what is left out stays. */
export const AlertRulePatch = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  version: z.number().int().positive().optional(),
});
export type AlertRulePatch = z.output<typeof AlertRulePatch>;

export const AlertRef = z.strictObject({ id: z.uuid() });

export const ALERT_STATES = ['open', 'resolved'] as const;

/** `GET /api/v1/alerts`. */
export const AlertFilter = z.strictObject({
  state: z.enum(ALERT_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type AlertFilter = z.output<typeof AlertFilter>;

export const MAIL_PROBLEMS = ['nobody', 'no_provider', 'no_sender', 'refused'] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

export type AlertView = {
  id: string;
  ruleId: string;
  kind: AlertKind;
  severity: Severity;
  state: (typeof ALERT_STATES)[number];
  /** What its sentence names. */
  values: Record<string, string | number>;
  /** In the language of who asks. */
  title: string;
  todo: string;
  firedAt: string;
  lastSeenAt: string;
  resolvedAt: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  toldAt: string | null;
  mailProblem: MailProblem | null;
  company?: string;
};

export type AlertRuleView = {
  id: string;
  kind: AlertKind;
  active: boolean;
  severity: Severity;
  threshold: number | null;
  windowMinutes: number | null;
  minSample: number | null;
  byMail: boolean;
  recipients: string[] | null;
  remindHours: number | null;
  quietFrom: string | null;
  quietTo: string | null;
  mutedUntil: string | null;
  version: number;
  company?: string;
};

/** How many people were written to; a problem: why nobody was. */
export type RuleTest = { sent: number; problem: MailProblem | null };
