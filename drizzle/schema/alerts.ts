import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

/** What is watched; those that every system begins with are made by the migration. */
export const alertRules = pgTable('alert_rules', {
  id: id(),
  companyId: companyId(),
  kind: text('kind').notNull(),
  active: boolean('active').notNull().default(true),
  severity: text('severity', { enum: ['warning', 'critical'] }).notNull(),
  // What of these the kind knows.
  threshold: doublePrecision('threshold'),
  windowMinutes: integer('window_minutes'),
  minSample: integer('min_sample'),
  byMail: boolean('by_mail').notNull().default(true),
  /** Addresses; null: all administrators. */
  recipients: text('recipients').array(),
  /** Said again so often while it lasts; null: once. */
  remindHours: integer('remind_hours').default(24),
  /** `22:00` in the zone of the settings: no mail between the two, unless it is critical. */
  quietFrom: text('quiet_from'),
  quietTo: text('quiet_to'),
  /** Nothing is said until then. */
  mutedUntil: at('muted_until'),
  version: integer('version').notNull().default(1),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** What a rule found: from when on, and until when. */
export const alerts = pgTable(
  'alerts',
  {
    id: id(),
    ruleId: uuid('rule_id').notNull(),
    companyId: companyId(),
    kind: text('kind').notNull(),
    /** What it is about, where a rule watches several: a provider, a token. */
    subject: text('subject').notNull(),
    severity: text('severity', { enum: ['warning', 'critical'] }).notNull(),
    /** What its sentence names. */
    values: jsonb('values').$type<Record<string, string | number>>().notNull(),
    firedAt: at('fired_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    resolvedAt: at('resolved_at'),
    acknowledgedAt: at('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    /** When people were written to: that it began, once more, and that it is over. */
    toldAt: at('told_at'),
    remindedAt: at('reminded_at'),
    overToldAt: at('over_told_at'),
    /** Why nobody could be. */
    mailProblem: text('mail_problem'),
  },
  (t) => [
    // It fires once, whoever finds it; and the open ones.
    uniqueIndex('alerts_open_key').on(t.ruleId, t.subject).where(sql`${t.resolvedAt} is null`),
    // Of whom people have yet to hear that it is over.
    index('alerts_resolved_at_idx').on(t.resolvedAt),
  ],
);
