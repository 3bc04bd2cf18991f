import { sql } from 'drizzle-orm';
import { bigint, boolean, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';
import { providers } from './providers';

const SHARED = '00000000-0000-0000-0000-000000000000';

/** Mailboxes to which bounces come, how far each is read, and how the last reading went. */
export const bounceMailboxes = pgTable(
  'bounce_mailboxes',
  {
    id: id(),
    /** Null: of all companies. Else what is read there is noted at messages of this one alone. */
    companyId: companyId(),
    name: text('name').notNull(),
    host: text('host').notNull(),
    port: integer('port').notNull(),
    security: text('security', { enum: ['tls', 'starttls', 'none'] }).notNull(),
    username: text('username').notNull(),
    /** Null: it signs in with the account of a provider. */
    sealedPassword: text('sealed_password'),
    accountId: uuid('account_id').references(() => providers.id, { onDelete: 'set null' }),
    passwordAt: at('password_at').notNull().defaultNow(),
    folder: text('folder').notNull(),
    everyMinutes: integer('every_minutes').notNull(),
    /** What is done to a mail that was read. */
    afterReading: text('after_reading', { enum: ['nothing', 'seen', 'move'] }).notNull(),
    moveTo: text('move_to'),
    active: boolean('active').notNull().default(true),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),

    /** Up to which mail the folder is read (RFC 3501, 2.3.1.1). Null: not at all so far. */
    uidValidity: bigint('uid_validity', { mode: 'number' }),
    lastUid: bigint('last_uid', { mode: 'number' }).notNull().default(0),
    /** Who reads it has it until then; the number tells them from who had it before. */
    leasedUntil: at('leased_until'),
    leaseNo: integer('lease_no').notNull().default(0),
    nextAt: at('next_at').notNull().defaultNow(),
    readAt: at('read_at'),
    /** Mails that were read, those that told something new, and those that could not be read as a mail. */
    mailsRead: integer('mails_read').notNull().default(0),
    mailsNoted: integer('mails_noted').notNull().default(0),
    mailsUnreadable: integer('mails_unreadable').notNull().default(0),
    /** Since when every try has failed, how many they are, why the last did, and in whose words. */
    failingSince: at('failing_since'),
    failures: integer('failures').notNull().default(0),
    cause: text('cause'),
    reply: text('reply'),
  },
  (t) => [
    // A name stands for a mailbox in the API and on the command line: the company's own one, or the shared one.
    uniqueIndex('bounce_mailboxes_name_key').on(
      sql`coalesce(${t.companyId}, ${sql.raw(`'${SHARED}'`)})`,
      sql`lower(${t.name})`,
    ),
  ],
);
