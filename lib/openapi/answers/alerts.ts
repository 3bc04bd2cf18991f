import { z } from 'zod';
import { KINDS, SEVERITIES } from '@/lib/alerts/kinds';
import {
  ALERT_STATES,
  type AlertRuleView,
  type AlertView,
  MAIL_PROBLEMS,
  type RuleTest,
} from '@/lib/alerts/schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, pageOf, Time } from './parts';

export const AlertAnswer = answerOf<AlertView>()(
  'Alert',
  z.strictObject({
    id: Id,
    ruleId: Id,
    kind: z.enum(KINDS),
    severity: z.enum(SEVERITIES),
    state: z.enum(ALERT_STATES),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    title: z.string().describe('What it is, in the language of who asks.'),
    todo: z.string().describe('Who must act, and how.'),
    firedAt: Time,
    lastSeenAt: Time,
    resolvedAt: Time.nullable(),
    acknowledgedAt: Time.nullable(),
    acknowledgedBy: z.string().nullable(),
    toldAt: Time.nullable().describe('When people were written to; null: not yet.'),
    mailProblem: z.enum(MAIL_PROBLEMS).nullable().describe('Why nobody could be written to.'),
    company: z.string().optional(),
  }),
);
export const AlertsPage = named('Alerts', pageOf(AlertAnswer));

export const AlertRuleAnswer = answerOf<AlertRuleView>()(
  'AlertRule',
  z.strictObject({
    id: Id,
    kind: z.enum(KINDS),
    active: z.boolean(),
    severity: z.enum(SEVERITIES),
    threshold: z.number().nullable().describe('In the unit of its kind: percent, minutes, days or how many.'),
    windowMinutes: z.int().nullable(),
    minSample: z.int().nullable().describe('Of fewer messages nothing is said.'),
    byMail: z.boolean(),
    recipients: z.array(z.string()).nullable().describe('Null: all administrators.'),
    remindHours: z.int().nullable(),
    quietFrom: z.string().nullable(),
    quietTo: z.string().nullable(),
    mutedUntil: Time.nullable(),
    version: z.int(),
    company: z.string().optional(),
  }),
);
export const AlertRulesAnswer = named('AlertRules', listOf(AlertRuleAnswer));
export const RuleTestAnswer = answerOf<RuleTest>()(
  'AlertRuleTest',
  z.strictObject({ sent: Count, problem: z.enum(MAIL_PROBLEMS).nullable() }),
);
