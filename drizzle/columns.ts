import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Primary key: a UUIDv7 made in the app (`newId`), so that rows sort by time. */
export const id = () => uuid('id').primaryKey();

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

export const createdAt = () => at('created_at').notNull().defaultNow();
export const updatedAt = () => at('updated_at').notNull().defaultNow();

/** Null means: shared by all companies. */
export const companyId = () => uuid('company_id');

/** A transaction's number, in the order in which they began. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** What a text index finds a row by. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
