import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { companyId, createdAt, id, updatedAt } from '../columns';

/** What a company's own programs know of a person: shown, and given to templates. */
export type ContactFields = Record<string, string | number | boolean>;

/** People who are written to, with an address for each channel. */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    /** Null: known to all companies. */
    companyId: companyId(),
    /** What a company's own programs call this person. */
    key: text('key'),
    /** By what the same person is known again: `key:…`, else the first address that there is. */
    identity: text('identity').notNull(),
    name: text('name'),
    email: text('email'),
    /** As addresses are compared. */
    emailCompared: text('email_compared'),
    /** E.164. */
    phone: text('phone'),
    /** Where it is another number than the phone's. */
    whatsapp: text('whatsapp'),
    /** Id of a chat. */
    telegram: text('telegram'),
    /** Id of a person or channel there. */
    slack: text('slack'),
    language: text('language'),
    timeZone: text('time_zone'),
    fields: jsonb('fields').$type<ContactFields>().notNull().default({}),
    /** Grows with every change, so that nobody overwrites what somebody else saved meanwhile. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // Whoever is told of twice, by two programs at once or by a file imported again, is one.
    uniqueIndex('contacts_identity_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      t.identity,
    ),
    // Whose address this is: the page of a recipient, and whoever comes without a key.
    index('contacts_email_idx').on(t.emailCompared).where(sql`${t.emailCompared} is not null`),
    // By whose clocks a message waits for the morning.
    index('contacts_phone_idx').on(t.phone).where(sql`${t.phone} is not null`),
    index('contacts_whatsapp_idx').on(t.whatsapp).where(sql`${t.whatsapp} is not null`),
    index('contacts_telegram_idx').on(t.telegram).where(sql`${t.telegram} is not null`),
    index('contacts_slack_idx').on(t.slack).where(sql`${t.slack} is not null`),
  ],
);
