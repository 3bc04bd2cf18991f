import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, id } from '../columns';

/** What people wrote of their own accord: an answer to no message of ours. Outlives its provider. */
export const receivedTexts = pgTable(
  'received_texts',
  {
    id: id(),
    /** That of the provider whose number or bot they wrote to; null: of none. */
    companyId: companyId(),
    providerId: uuid('provider_id').notNull(),
    channel: text('channel').notNull(),
    /** Who wrote, as addresses are compared. */
    address: text('address').notNull(),
    text: text('text').notNull(),
    at: at('at').notNull(),
  },
  // What a person wrote last, and whether they wrote to a number within 24 hours.
  (t) => [index('received_texts_address_idx').on(t.address, t.at)],
);
