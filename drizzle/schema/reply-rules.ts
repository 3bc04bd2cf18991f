import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt } from '../columns';

/** What a technician knows of replies and bounces that the built-in tables do not; asked before those, for all companies. */
export const replyRules = pgTable(
  'reply_rules',
  {
    id: id(),
    name: text('name').notNull(),
    /** Contained in what was said; case and spaces do not count. */
    phrase: text('phrase').notNull(),
    /** Replies at send time, mails that came back, or both. */
    appliesTo: text('applies_to', { enum: ['both', 'reply', 'bounce'] }).notNull(),
    /** Null: whichever part of the conversation it ended. */
    stage: text('stage'),
    /** Its first digit, its three, or the enhanced code; null: any. */
    code: text('code'),
    /** A family of refusals, or what a mail that came back is. */
    means: text('means').notNull(),
    /** Null: as the first digit of the code says. */
    permanent: boolean('permanent'),
    /** After which it may be tried again; null: as the reply says, else as usual. */
    waitSeconds: integer('wait_seconds'),
    note: text('note').notNull(),
    active: boolean('active').notNull(),
    /** The lowest is asked first; of the same the one that was made first. */
    position: integer('position').notNull(),
    /** Who changed it last. */
    changedBy: text('changed_by').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('reply_rules_name_key').on(sql`lower(${t.name})`)],
);
