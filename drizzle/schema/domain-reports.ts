import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from '../columns';
import { domains } from './domains';

/** What the domain asked for while the report was made, as its reporter read it. */
export type StoredPolicy = {
  policy: 'none' | 'quarantine' | 'reject';
  subdomains: 'none' | 'quarantine' | 'reject' | null;
  testing: boolean;
};

/** Of TLS-RPT: sessions that failed for one reason (RFC 8460, 4.3). */
export type StoredTlsFailure = { type: string; host: string | null; sessions: number };

/** Reports of others on mail in a domain's name: of DMARC (RFC 9990), and on encryption (RFC 8460). */
export const domainReports = pgTable(
  'domain_reports',
  {
    id: id(),
    domainId: uuid('domain_id')
      .notNull()
      .references(() => domains.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['dmarc', 'tls'] }).notNull(),
    /** Who reports, and what they call the report: strangers' words. */
    reporter: text('reporter').notNull(),
    reportId: text('report_id').notNull(),
    beginsAt: at('begins_at').notNull(),
    endsAt: at('ends_at').notNull(),
    /** Of DMARC; null: of TLS-RPT. */
    policy: jsonb('policy').$type<StoredPolicy>(),
    /** Messages, or sessions of TLS-RPT, and how many of them were right. */
    messages: bigint('messages', { mode: 'number' }).notNull(),
    passed: bigint('passed', { mode: 'number' }).notNull(),
    failures: jsonb('failures').$type<StoredTlsFailure[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [
    // That a report which comes twice counts once.
    unique('domain_reports_report_key').on(t.domainId, t.kind, t.reporter, t.reportId),
    // The page of a domain: its reports of a time; and what is forgotten.
    index('domain_reports_ends_at_idx').on(t.domainId, t.endsAt),
  ],
);

/** A line of a DMARC report: mail of one day from one address that was judged alike. */
export const domainReportRows = pgTable(
  'domain_report_rows',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => domainReports.id, { onDelete: 'cascade' }),
    no: integer('no').notNull(),
    domainId: uuid('domain_id').notNull(),
    day: date('day').notNull(),
    address: text('address').notNull(),
    messages: integer('messages').notNull(),
    /** What DMARC took of each: it passed, for a domain that is aligned. */
    dkim: boolean('dkim').notNull(),
    spf: boolean('spf').notNull(),
    disposition: text('disposition', { enum: ['none', 'quarantine', 'reject'] }).notNull(),
    headerFrom: text('header_from').notNull(),
    /** The signature and the envelope that tell most of why. */
    dkimResult: text('dkim_result'),
    dkimDomain: text('dkim_domain'),
    spfResult: text('spf_result'),
    spfDomain: text('spf_domain'),
    /** Why the reporter did otherwise than the policy says: `mailing_list`, `trusted_forwarder` … */
    override: text('override'),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.no] }),
    // What the page of a domain adds up.
    index('domain_report_rows_day_idx').on(t.domainId, t.day),
  ],
);

/** Who stands behind an address that sends as a domain. */
export const domainSources = pgTable(
  'domain_sources',
  {
    domainId: uuid('domain_id')
      .notNull()
      .references(() => domains.id, { onDelete: 'cascade' }),
    address: text('address').notNull(),
    kind: text('kind', { enum: ['own', 'provider', 'service', 'forwarder', 'stranger', 'unknown'] })
      .notNull()
      .default('unknown'),
    /** The provider, the service, or the domain of its name in DNS. */
    name: text('name'),
    ptr: text('ptr'),
    /** Null: nobody has looked yet. */
    namedAt: at('named_at'),
  },
  (t) => [
    primaryKey({ columns: [t.domainId, t.address] }),
    // The job asks for those that nobody has named, then for the oldest.
    index('domain_sources_named_at_idx').on(t.namedAt),
  ],
);
