import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';
import { subjectKinds, subjects } from './subjects';

export type StoredCondition = { field: string; op: string; value?: string | number | boolean };

/** When which subjects are told of, by the clock. */
export const rules = pgTable(
  'rules',
  {
    id: id(),
    companyId: companyId(),
    title: text('title').notNull(),
    kindId: uuid('kind_id')
      .notNull()
      .references(() => subjectKinds.id, { onDelete: 'cascade' }),
    /** Key of the notification type. */
    type: text('type').notNull(),
    /** Whether all of them hold, or any. */
    match: text('match', { enum: ['all', 'any'] })
      .notNull()
      .default('all'),
    conditions: jsonb('conditions').$type<StoredCondition[]>().notNull(),
    /** So many days before the date of a field; null: told once it becomes true. */
    before: jsonb('before').$type<{ field: string; days: number[] }>(),
    cron: text('cron').notNull(),
    timeZone: text('time_zone').notNull(),
    active: boolean('active').notNull(),
    /** Null: it is off. */
    nextRunAt: at('next_run_at'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // Which are due, once a minute.
  (t) => [index('rules_next_run_at_idx').on(t.nextRunAt).where(sql`${t.nextRunAt} is not null`)],
);

/** A subject told of for one cause: never twice. */
export const ruleFirings = pgTable(
  'rule_firings',
  {
    id: id(),
    ruleId: uuid('rule_id')
      .notNull()
      .references(() => rules.id, { onDelete: 'cascade' }),
    subjectId: uuid('subject_id')
      .notNull()
      .references(() => subjects.id, { onDelete: 'cascade' }),
    /** The cause: `2026-12-31:7`, or of one that became true its own id. */
    occurrence: text('occurrence').notNull(),
    firedAt: at('fired_at').notNull(),
    /** Of one that became true: when it was so no longer. */
    clearedAt: at('cleared_at'),
    state: text('state', { enum: ['waiting', 'told', 'left_out'] }).notNull(),
    /** Why nobody was told. */
    reason: text('reason'),
    notificationId: uuid('notification_id'),
  },
  (t) => [
    uniqueIndex('rule_firings_occurrence_key').on(t.ruleId, t.subjectId, t.occurrence),
    // As long as it stays true it is the same cause.
    uniqueIndex('rule_firings_open_key').on(t.ruleId, t.subjectId).where(sql`${t.clearedAt} is null`),
    // Who is still to be told.
    index('rule_firings_waiting_idx').on(t.id).where(sql`${t.state} = 'waiting'`),
    index('rule_firings_subject_id_idx').on(t.subjectId),
  ],
);

export const ruleRuns = pgTable(
  'rule_runs',
  {
    id: id(),
    ruleId: uuid('rule_id')
      .notNull()
      .references(() => rules.id, { onDelete: 'cascade' }),
    /** When it was to run. */
    plannedAt: at('planned_at').notNull(),
    at: at('at').notNull(),
    state: text('state', { enum: ['done', 'missed', 'failed'] }).notNull(),
    by: text('by').notNull(),
    matched: integer('matched').notNull(),
    fired: integer('fired').notNull(),
    detail: text('detail'),
  },
  (t) => [index('rule_runs_rule_id_idx').on(t.ruleId, t.id)],
);
