import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, id } from '../columns';
import { SUPPRESSION_CAUSES } from '../suppression-causes';

/** Who is not sent to any more, and why; one row for each cause. */
export const suppressions = pgTable(
  'suppressions',
  {
    id: id(),
    /** Null: for all companies. */
    companyId: companyId(),
    channel: text('channel').notNull().default('email'),
    /** As addresses are compared (`toCompare` of the channel). */
    address: text('address').notNull(),
    cause: text('cause', { enum: SUPPRESSION_CAUSES }).notNull(),
    /** Of the messages it stops; null: all. */
    category: text('category'),
    providerId: uuid('provider_id'),
    /** Which message brought it about last. */
    messageId: uuid('message_id'),
    code: text('code'),
    /** The words of the recipient's server, or of the person who added it. */
    reason: text('reason'),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
    times: integer('times').notNull().default(1),
    /** Null: for good. */
    expiresAt: at('expires_at'),
    /** Null: Relevo itself. */
    addedBy: text('added_by'),
    /** It stops nothing any more. Kept, so that what happened before and is told late does not bring it back. */
    liftedAt: at('lifted_at'),
  },
  (t) => [
    // Whether somebody is sent to, and that a cause is written once.
    unique('suppressions_address_key')
      .on(t.address, t.channel, t.companyId, t.cause, t.category)
      .nullsNotDistinct(),
    // The list of one company, newest first.
    index('suppressions_company_id_idx').on(t.companyId, t.id).where(sql`${t.companyId} is not null`),
    // What is undone for a cause and a time, and the list of one cause.
    index('suppressions_cause_idx').on(t.cause, t.lastAt),
  ],
);

/** What did not arrive, by address: how often, why, and what of it came in a row. */
export const bounces = pgTable(
  'bounces',
  {
    id: id(),
    /** That of the messages; null: of none. */
    companyId: companyId(),
    channel: text('channel').notNull().default('email'),
    address: text('address').notNull(),
    /** Of the last one. */
    class: text('class', { enum: ['hard', 'soft'] }).notNull(),
    code: text('code'),
    reason: text('reason'),
    providerId: uuid('provider_id'),
    messageId: uuid('message_id').notNull(),
    firstAt: at('first_at').notNull(),
    lastAt: at('last_at').notNull(),
    times: integer('times').notNull(),
    /** When each of the newest soft ones was, by message: what arrived since takes them out. */
    softs: jsonb('softs').$type<Record<string, string>>().notNull().default({}),
    deliveredAt: at('delivered_at'),
  },
  (t) => [
    unique('bounces_address_key').on(t.address, t.channel, t.companyId).nullsNotDistinct(),
    // The list of one company, newest first.
    index('bounces_company_id_idx').on(t.companyId, t.id).where(sql`${t.companyId} is not null`),
  ],
);
