import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { companyId, createdAt, id, updatedAt } from '../columns';
import type { StoredVariable } from './templates';

/** One channel after the other, or all at once; `waitMinutes`: how long it may take to be delivered before the next one is tried. */
export type StoredStep = { channel: string; waitMinutes: number };

/** What can happen that people are told of, where it is not as it was built in. */
export const notificationTypes = pgTable(
  'notification_types',
  {
    id: id(),
    /** Null: as all companies have it. */
    companyId: companyId(),
    /** What programs call it by. */
    key: text('key').notNull(),
    title: text('title').notNull(),
    category: text('category').notNull(),
    /** It is advertising: only for who agreed to that. */
    marketing: boolean('marketing').notNull(),
    /** Nobody can switch it off for themselves. */
    required: boolean('required').notNull(),
    /** A person may ask for a mail a day or a week with all of it. */
    collectable: boolean('collectable').notNull().default(false),
    mode: text('mode', { enum: ['all', 'until_delivered'] }).notNull(),
    steps: jsonb('steps').$type<StoredStep[]>().notNull(),
    /** Key or id of the template of its mail; null: it has none. */
    template: text('template'),
    /** For all channels but mail, by language. */
    texts: jsonb('texts').$type<Record<string, string>>().notNull(),
    /** What its texts need besides what the template says. */
    variables: jsonb('variables').$type<StoredVariable[]>().notNull(),
    priority: text('priority').notNull(),
    /** For so long the same cause is told once. */
    dedupeHours: integer('dedupe_hours').notNull(),
    active: boolean('active').notNull(),
    /** Grows with every change, so that nobody overwrites what somebody else saved meanwhile. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // A company's own one stands before that of all.
    uniqueIndex('notification_types_key_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      t.key,
    ),
  ],
);
