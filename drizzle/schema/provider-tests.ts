import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { providers } from './providers';

/** Connection tests, kept so that a card can say when a provider last answered. */
export const providerTests = pgTable(
  'provider_tests',
  {
    id: uuid('id').notNull(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    ok: boolean('ok').notNull(),
    cause: text('cause'),
    steps: jsonb('steps').notNull(),
    transcript: text('transcript'),
    durationMs: integer('duration_ms').notNull(),
    /** Of the server's certificate, where it showed one. */
    certificateEndsAt: at('certificate_ends_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  // The newest tests of each provider. Were there an index by id alone, all tests of others would be gone through for one that has none.
  (t) => [primaryKey({ columns: [t.providerId, t.id] })],
);
