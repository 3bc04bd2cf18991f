import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from '../columns';

/** Sign-ins at a mailbox's provider that are under way, by the hash of their `state`. Sealed; worth nothing after ten minutes. */
export const oauthStates = pgTable(
  'oauth_states',
  {
    stateHash: text('state_hash').primaryKey(),
    sealed: text('sealed').notNull(),
    createdAt: createdAt(),
  },
  // Who begins a sign-in takes away those that are over.
  (t) => [index('oauth_states_created_at_idx').on(t.createdAt)],
);
