import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { domains } from './domains';

/** What one look found of one thing: an address, a mail server, a name. */
export type StoredHealthItem = {
  /** The same at each look. */
  key: string;
  area:
    | 'name'
    | 'blocklist'
    | 'certificate'
    | 'return_path'
    | 'spf'
    | 'dmarc'
    | 'mta_sts'
    | 'tls_reports'
    | 'logo';
  subject: string;
  state: 'good' | 'note' | 'warning' | 'error' | 'unknown';
  findings: { code: string; severity: string; values: Record<string, string | number> }[];
  /** What there is to say of it where all is well: a name, a date. */
  value: string | null;
  changedAt: string;
  history: { at: string; state: StoredHealthItem['state'] }[];
};

/** How a domain and its own server stand beside the records of its wizard. */
export const domainHealth = pgTable(
  'domain_health',
  {
    domainId: uuid('domain_id')
      .primaryKey()
      .references(() => domains.id, { onDelete: 'cascade' }),
    items: jsonb('items').$type<StoredHealthItem[]>().notNull().default([]),
    state: text('state', { enum: ['good', 'note', 'warning', 'error', 'unknown'] }).notNull(),
    checkedAt: at('checked_at'),
    nextCheckAt: at('next_check_at').notNull().defaultNow(),
  },
  // The job asks for those whose time has come.
  (t) => [index('domain_health_next_check_at_idx').on(t.nextCheckAt)],
);
