import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { at, bytea, companyId, id } from '../columns';

/** Pictures within mails, as they are served: decoded, scaled and written anew when they were uploaded. */
export const images = pgTable(
  'images',
  {
    id: id(),
    /** Null: all companies use it. */
    companyId: companyId(),
    /** Of what is served, and the name by which it is. */
    sha256: bytea('sha256').notNull(),
    format: text('format', { enum: ['png', 'jpeg', 'gif'] }).notNull(),
    content: bytea('content').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** As whoever uploaded it called it. */
    filename: text('filename').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    // The same picture is kept once for each company.
    uniqueIndex('images_sha256_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      t.sha256,
    ),
    // A mail program asks for it by its name alone.
    index('images_sha256_idx').on(t.sha256),
  ],
);
