import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

const SHARED = '00000000-0000-0000-0000-000000000000';

/** Who sends as the domain. */
export type StoredSenders = {
  /** Addresses of one's own server, as they stand in SPF: `192.0.2.7`, `2001:db8::/64`. */
  addresses: string[];
  /** Providers of here that send as it. */
  providerIds: string[];
};

/** What a domain asks of those who get mail in its name. */
export type StoredDmarc = { policy: 'none' | 'quarantine' | 'reject'; reportsTo: string | null };

/** What was found of one record, the last time. */
export type StoredCheck = {
  state: 'right' | 'wrong' | 'several' | 'missing' | 'unknown';
  /** The value that was wanted then; of SPF what is there with what must be in it. */
  wanted: string;
  /** Why, as a code with its parameters. */
  finding: { code: string; params?: Record<string, string | number> } | null;
  /** What stands there. */
  found: string[];
  /** Which servers were asked, and whether each has it. */
  servers: { server: string; state: StoredCheck['state'] }[];
  checkedAt: string;
  /** When it was right for the first time, and when its state changed last. */
  firstSeenAt: string | null;
  changedAt: string;
  /** The latest changes, newest first. */
  history: { at: string; state: StoredCheck['state']; found: string[] }[];
};

/** A record that a provider wants, as its API tells. */
export type StoredWish = { purpose: string; type: 'TXT' | 'CNAME' | 'MX'; name: string; value: string };

/** What a provider knows of a domain: its records, or why it did not tell. */
export type StoredWishes = {
  records: StoredWish[];
  /** It says that all is right; null: it does not say. */
  verified: boolean | null;
  /** `absent`: it does not know the domain; others: why it did not tell. */
  problem: 'absent' | 'permission' | 'limit' | 'unreachable' | 'refused' | null;
  /** What the key lacks, by the service's own name. */
  needs?: string | null;
  reply: string | null;
  askedAt: string;
};

/** What would become of mail that a provider sends in a domain's name. */
export type StoredPair = {
  /** `fails`: nothing that is aligned passes, so that DMARC fails wherever it is asked. */
  verdict: 'passes' | 'fails' | 'unknown';
  /** Of the envelope's sender; `address` is the one that was asked for. */
  spf: { result: string; domain: string | null; aligned: boolean; address: string | null };
  dkim: { result: string; domain: string | null; aligned: boolean; by: 'relevo' | 'provider' | null };
  /** What receivers would say, and what they are asked to do with what fails. */
  dmarc: { result: string; policy: string | null };
  /** Why, as codes with their parameters. */
  reasons: { code: string; params?: Record<string, string | number> }[];
  /** Of the provider: one that was changed since is judged anew. */
  version: number;
  checkedAt: string;
};

/** Domains that mail is sent from: what is wanted of their DNS, and what is there. */
export const domains = pgTable(
  'domains',
  {
    id: id(),
    /** Null: of all companies. */
    companyId: companyId(),
    /** As DNS knows it: lower case, other letters as `xn--…`. */
    name: text('name').notNull(),
    /** As it was typed, in letters of any language. */
    shownName: text('shown_name').notNull(),
    senders: jsonb('senders').$type<StoredSenders>().notNull(),
    dmarc: jsonb('dmarc').$type<StoredDmarc>().notNull(),
    /** Which signatures it gets: RSA, which all know, or Ed25519 beside it. */
    algorithms: text('algorithms', { enum: ['rsa', 'rsa_ed25519'] }).notNull(),
    /** Null: keys are replaced by hand. */
    rotateEveryDays: integer('rotate_every_days'),
    /** The name before the domain that bounces come to, and the server that takes them; null: not wanted. */
    returnPath: text('return_path'),
    returnPathHost: text('return_path_host'),
    /** The name before the domain of links in mails; null: not wanted. */
    trackingName: text('tracking_name'),
    /** How far somebody came in setting it up. */
    step: text('step').notNull(),
    checks: jsonb('checks').$type<Record<string, StoredCheck>>().notNull().default({}),
    wishes: jsonb('wishes').$type<Record<string, StoredWishes>>().notNull().default({}),
    /** By the provider's id. */
    pairs: jsonb('pairs').$type<Record<string, StoredPair>>().notNull().default({}),
    /** Who keeps its DNS, told by its name servers. */
    nameServers: text('name_servers').array().notNull().default(sql`'{}'`),
    state: text('state', { enum: ['new', 'incomplete', 'verified', 'broken', 'unknown'] })
      .notNull()
      .default('new'),
    /** Since when all is right, and since when something is wrong that was right. */
    verifiedAt: at('verified_at'),
    brokenAt: at('broken_at'),
    checkedAt: at('checked_at'),
    /** Checks since something was changed: the more there were, the longer until the next. */
    checksDone: integer('checks_done').notNull().default(0),
    nextCheckAt: at('next_check_at').notNull().defaultNow(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // Each company has a domain once.
    uniqueIndex('domains_name_key').on(sql`coalesce(${t.companyId}, ${sql.raw(`'${SHARED}'`)})`, t.name),
    // Whoever signs looks for the sender's domain.
    index('domains_name_idx').on(t.name),
    // The job asks for those whose time has come.
    index('domains_next_check_at_idx').on(t.nextCheckAt),
  ],
);

/** What signs mails of a domain (RFC 6376). Several while one replaces another. */
export const domainKeys = pgTable(
  'domain_keys',
  {
    id: id(),
    domainId: uuid('domain_id').notNull(),
    selector: text('selector').notNull(),
    algorithm: text('algorithm', { enum: ['rsa', 'ed25519'] }).notNull(),
    /** What stands in DNS. */
    record: text('record').notNull(),
    /** The private part; null once it is retired. */
    sealed: text('sealed'),
    /** `waiting`: its record is not there yet; `retiring`: mails that it signed are still under way. */
    state: text('state', { enum: ['waiting', 'signing', 'retiring', 'retired'] }).notNull(),
    createdAt: createdAt(),
    signsSince: at('signs_since'),
    /** Its record may be removed then. */
    retiresAt: at('retires_at'),
  },
  (t) => [uniqueIndex('domain_keys_selector_key').on(t.domainId, t.selector)],
);
