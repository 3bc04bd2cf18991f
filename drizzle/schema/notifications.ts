import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, companyId, id } from '../columns';
import { NOTIFICATION_STATES } from '../notification-states';
import { contacts } from './contacts';

/** Whom it was for, as they were known then. */
export type StoredPerson = { name?: string; language?: string } & Partial<Record<string, string>>;

/** In which hours the phone of a person is left alone, by their clocks, else by those of the company. */
export type StoredQuiet = { fromHour: number; untilHour: number; timeZone: string | null };

/** Something happened that one person is told of, by one channel or several. */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    companyId: companyId(),
    type: text('type').notNull(),
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    person: jsonb('person').$type<StoredPerson>().notNull(),
    variables: jsonb('variables').$type<Record<string, unknown>>().notNull(),
    /** For a mail that goes later than the first channel: which among the files of messages; null: none, or they went. */
    attachments: jsonb('attachments').$type<object[]>(),
    mode: text('mode', { enum: ['all', 'until_delivered'] }).notNull(),
    priority: text('priority').notNull(),
    marketing: boolean('marketing').notNull(),
    state: text('state', { enum: NOTIFICATION_STATES }).notNull(),
    quiet: jsonb('quiet').$type<StoredQuiet>(),
    /** Why nothing was sent: `off`, `duplicate`, `no_address`, `not_wanted`. */
    reason: text('reason'),
    /** The earlier one that tells of the same. */
    duplicateOf: uuid('duplicate_of'),
    /** Who told of it, as which later channels are used, too. */
    actor: jsonb('actor').$type<object>().notNull(),
    test: boolean('test').notNull().default(false),
    createdAt: at('created_at').notNull(),
    /** When it is looked at next; null once nothing is left to do. */
    nextAt: at('next_at'),
    finishedAt: at('finished_at'),
    /** When it goes in one mail with others; null: by itself. */
    digestAt: at('digest_at'),
  },
  (t) => [
    // What is still under way, once a minute.
    index('notifications_next_at_idx').on(t.nextAt).where(sql`${t.nextAt} is not null`),
    // What is to go in one mail with others, once a minute.
    index('notifications_digest_at_idx').on(t.digestAt, t.contactId).where(sql`${t.digestAt} is not null`),
    // The list of one type, newest first; the figures.
    index('notifications_type_idx').on(t.type, t.id),
    // What one person was told.
    index('notifications_contact_id_idx').on(t.contactId, t.id).where(sql`${t.contactId} is not null`),
  ],
);

/** One channel of it: its message, once there is one, tells what became of it. */
export const notificationSteps = pgTable(
  'notification_steps',
  {
    notificationId: uuid('notification_id')
      .notNull()
      .references(() => notifications.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull(),
    channel: text('channel').notNull(),
    address: text('address'),
    waitMinutes: integer('wait_minutes').notNull(),
    state: text('state', { enum: ['planned', 'handed_over', 'skipped', 'failed', 'canceled'] }).notNull(),
    /** Why it was left out, or what was wrong. */
    reason: text('reason'),
    /** What it says, where it is no mail. */
    text: text('text'),
    template: text('template'),
    templateVersion: integer('template_version'),
    language: text('language'),
    messageId: uuid('message_id'),
    handedAt: at('handed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.notificationId, t.position] }),
    // Of which notification a message is.
    index('notification_steps_message_id_idx').on(t.messageId).where(sql`${t.messageId} is not null`),
  ],
);

/** "The same cause is told once": the first one that had the key, until its hours are over. */
export const notificationKeys = pgTable(
  'notification_keys',
  {
    /** Company, type, person and key, hashed. */
    key: text('key').primaryKey(),
    notificationId: uuid('notification_id').notNull(),
    expiresAt: at('expires_at').notNull(),
  },
  // The nightly clean-up of keys whose hours are over.
  (t) => [index('notification_keys_expires_at_idx').on(t.expiresAt)],
);
