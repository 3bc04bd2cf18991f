import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt } from '../columns';
import type { ProviderLimits } from './providers';

export type Brand = {
  color?: string;
  website?: string;
  /** Address of a picture, by https. */
  logo?: string;
  /** Postal address and other lines of the foot of its mail. */
  address?: string;
  footer?: string;
  supportEmail?: string;
  supportPhone?: string;
};

/** Each with providers, tokens and settings of its own beside those that all share. Null in a setting: as the system's settings say. */
export const companies = pgTable(
  'companies',
  {
    id: id(),
    /** What programs and addresses call it by; stays when the name changes. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    /** ISO 3166-1, two letters: for phone numbers and holidays. */
    country: text('country'),
    timeZone: text('time_zone'),
    currency: text('currency'),
    language: text('language'),
    fromEmail: text('from_email'),
    fromName: text('from_name'),
    brand: jsonb('brand').$type<Brand>().notNull().default({}),
    /** Nothing of it is shown to an AI provider where it says no. */
    ai: boolean('ai').notNull().default(true),
    /** Recipients over all its providers. */
    limits: jsonb('limits').$type<Omit<ProviderLimits, 'second'>>().notNull().default({}),
    /** Grows with every change, so that nobody overwrites what somebody else saved meanwhile. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('companies_key_key').on(t.key),
    // A name stands for a company in the API and on the command line.
    uniqueIndex('companies_name_key').on(sql`lower(${t.name})`),
  ],
);
