import { integer, jsonb, pgTable, smallint, uuid } from 'drizzle-orm/pg-core';
import { updatedAt } from '../columns';
import { contacts } from './contacts';

/** By type: the channels by which somebody does not want it. */
export type StoredRefusals = Record<string, string[]>;

export type StoredDigests = Record<string, 'daily' | 'weekly'>;

/** What a person chose of what they are told; whoever has no row chose nothing. */
export const preferences = pgTable('preferences', {
  contactId: uuid('contact_id')
    .primaryKey()
    .references(() => contacts.id, { onDelete: 'cascade' }),
  refused: jsonb('refused').$type<StoredRefusals>().notNull().default({}),
  /** By type: how often they want one mail with all of it. */
  digests: jsonb('digests').$type<StoredDigests>().notNull().default({}),
  /** Hours of the day in which their phone is left alone; null: as the company has it. */
  quietFrom: smallint('quiet_from'),
  quietUntil: smallint('quiet_until'),
  /** Grows with every change, so that nobody overwrites what somebody else saved meanwhile. */
  version: integer('version').notNull().default(1),
  updatedAt: updatedAt(),
});
