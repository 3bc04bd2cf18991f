import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';
import { contacts } from './contacts';

/** What people subscribe to. */
export const lists = pgTable(
  'lists',
  {
    id: id(),
    companyId: companyId(),
    /** Said to whoever subscribes, too. */
    title: text('title').notNull(),
    description: text('description'),
    /** `double`: nobody is on it before they pressed the button in a mail to that address. */
    optIn: text('opt_in', { enum: ['single', 'double'] }).notNull(),
    /** Whether people subscribe by themselves, by a form on a page of the company's. */
    openForm: boolean('open_form').notNull(),
    /** Key of the template that greets who has subscribed; null: none. */
    welcome: text('welcome'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('lists_title_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      sql`lower(${t.title})`,
    ),
  ],
);

export const listMembers = pgTable(
  'list_members',
  {
    listId: uuid('list_id')
      .notNull()
      .references(() => lists.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** `waiting`: asked, and has not said yes yet. */
    state: text('state', { enum: ['waiting', 'subscribed', 'unsubscribed'] }).notNull(),
    /** How they came: `form`, `api`, `panel`. */
    source: text('source').notNull(),
    /** Who says that they agreed: the person, or the actor who added them. */
    by: text('by').notNull(),
    askedAt: at('asked_at'),
    /** When they agreed, and from where. */
    agreedAt: at('agreed_at'),
    agreedIp: text('agreed_ip'),
    leftAt: at('left_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.contactId] }),
    // The lists of a person, and the end of a contact.
    index('list_members_contact_id_idx').on(t.contactId),
  ],
);

export type StoredSegment = {
  match: 'all' | 'any';
  groups: {
    match: 'all' | 'any';
    rules: { field: string; op: string; value?: string | number | boolean }[];
  }[];
};

/** Who of the contacts is meant, by rules; who that is is asked each time. */
export const segments = pgTable(
  'segments',
  {
    id: id(),
    companyId: companyId(),
    title: text('title').notNull(),
    rules: jsonb('rules').$type<StoredSegment>().notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('segments_title_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      sql`lower(${t.title})`,
    ),
  ],
);
