import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { providers } from './providers';

/** The webhook at the service by which it tells of messages here, where Relevo set it up. */
export const providerHooks = pgTable('provider_hooks', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => providers.id, { onDelete: 'cascade' }),
  /** Until then somebody is setting it up: two at once would make two. It runs out by itself. */
  claimedUntil: at('claimed_until'),
  /** Where the service was told to post, and when that went well last. */
  url: text('url'),
  setUpAt: at('set_up_at'),
});
