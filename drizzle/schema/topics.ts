import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { NO_COMPANY } from './delivery';

const count = (name: string) => integer(name).notNull().default(0);

/**
 * What became of the messages of one template or one campaign: there may be many, so they are no dimension of the other figures. Messages
 * count when they come to rest, what they bring about when they were accepted. Several rows a quarter of an hour, so that workers do not
 * wait for each other; a job adds up those that are some days old.
 */
export const topicCounts = pgTable(
  'topic_counts',
  {
    kind: text('kind', { enum: ['template', 'campaign'] }).notNull(),
    quarter: at('quarter').notNull(),
    topicId: uuid('topic_id').notNull(),
    companyId: uuid('company_id').notNull().default(NO_COMPANY),
    /** 0: added up, or set right. */
    slot: smallint('slot').notNull(),
    messagesSent: count('messages_sent'),
    messagesPartly: count('messages_partly'),
    messagesCaptured: count('messages_captured'),
    messagesFailed: count('messages_failed'),
    messagesParked: count('messages_parked'),
    recipientsSent: count('recipients_sent'),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull().default(0),
    delivered: count('delivered'),
    bounced: count('bounced'),
    complained: count('complained'),
    opened: count('opened'),
    clicked: count('clicked'),
    machineOpened: count('machine_opened'),
    machineClicked: count('machine_clicked'),
    unsubscribed: count('unsubscribed'),
    returned: count('returned'),
  },
  (t) => [
    primaryKey({ name: 'topic_counts_pk', columns: [t.kind, t.quarter, t.topicId, t.companyId, t.slot] }),
    // Each minute: what is old and not added up.
    index('topic_counts_quarter_idx').on(t.quarter).where(sql`${t.slot} <> 0`),
  ],
);
