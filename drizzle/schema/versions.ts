import { bigint, index, integer, json, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at, id } from '../columns';

/** Who changed what is configured, by name as of then. */
export type VersionActor = { type: string; id: string | null; name: string };

/** Each change of what is configured, in one row of numbers that only grows. */
export const configurationVersions = pgTable('configuration_versions', {
  number: integer('number').primaryKey(),
  at: at('at').notNull().defaultNow(),
  /** Several where they changed something at the same moment. */
  actors: jsonb('actors').$type<VersionActor[]>().notNull(),
  /** Up to which row of the audit log it tells. */
  auditNumber: bigint('audit_number', { mode: 'number' }).notNull(),
});

/** What a thing said from one version (`since`) up to another (`until`, without it): so a version costs what was changed by it. */
export const configurationThings = pgTable(
  'configuration_things',
  {
    id: id(),
    section: text('section').notNull(),
    /** By which it is known where it gets another name. */
    thingId: text('thing_id').notNull(),
    /** The key of the company whose it is, as of then. */
    company: text('company'),
    name: text('name').notNull(),
    /** Not `jsonb`: in the order in which a document says them. */
    fields: json('fields').notNull(),
    /** By name; sealed, or null: it could not be opened. */
    secrets: jsonb('secrets').$type<Record<string, string | null>>().notNull(),
    since: integer('since').notNull(),
    until: integer('until'),
  },
  (t) => [
    // What a version changed, and what no version that is kept needs any more.
    index('configuration_things_since_idx').on(t.since),
    index('configuration_things_until_idx').on(t.until),
  ],
);
