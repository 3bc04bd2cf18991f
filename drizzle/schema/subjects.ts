import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { companyId, createdAt, id, updatedAt } from '../columns';
import { contacts } from './contacts';

export type StoredField = { name: string; type: 'number' | 'date' | 'text' | 'boolean'; label?: string };

/** What rules are about: a card, a subscription, a vehicle, a debtor. */
export const subjectKinds = pgTable(
  'subject_kinds',
  {
    id: id(),
    /** Null: all companies have it. */
    companyId: companyId(),
    key: text('key').notNull(),
    title: text('title').notNull(),
    fields: jsonb('fields').$type<StoredField[]>().notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('subject_kinds_key_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      t.key,
    ),
  ],
);

/** One of them, as a company's own programs know it. */
export const subjects = pgTable(
  'subjects',
  {
    id: id(),
    companyId: companyId(),
    kindId: uuid('kind_id')
      .notNull()
      .references(() => subjectKinds.id, { onDelete: 'cascade' }),
    /** What a company's own programs call it. */
    key: text('key').notNull(),
    /** Whom it is told. */
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // Told of twice it is one; a rule goes through all of a kind.
    uniqueIndex('subjects_key_key').on(
      t.kindId,
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      t.key,
    ),
    index('subjects_contact_id_idx').on(t.contactId).where(sql`${t.contactId} is not null`),
  ],
);
