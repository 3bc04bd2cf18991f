import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

/** Where a key must not be null: no company, shared by all. */
const SHARED = '00000000-0000-0000-0000-000000000000';

export type StoredSecret = { sealed: string; last4: string; updatedAt: string };
/** `second`: the pace, spread inside the second; the others are counted by the provider's clock. */
export type ProviderLimits = {
  second?: number;
  minute?: number;
  hour?: number;
  day?: number;
  month?: number;
};
/** Where this provider departs from the delivery settings; absent: as they say. */
export type ProviderOverrides = {
  breaker?: { failures?: number; openSeconds?: number };
  retries?: {
    faultMinutes?: number[];
    deferralMinutes?: number[];
    immediateTries?: number;
    immediateDelaySeconds?: number;
  };
  /** `connections`: at once, over all workers. */
  pace?: { failOverAfterSeconds?: number; connections?: number };
};
/** By the recipients' domains: ranks first for `prefer`, carries nothing but `only`, nothing of `never`. As typed; compared as in DNS. */
export type RecipientDomains = { prefer?: string[]; only?: string[]; never?: string[] };
/** How old a key may become: then its provider is asked for another (`automatic`), or a person is reminded. */
export type KeyRotation = { everyDays: number; graceHours: number; automatic: boolean };
export type ProviderBudget = { monthlyMicros: number; hard: boolean };

export const providers = pgTable(
  'providers',
  {
    id: id(),
    companyId: companyId(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    channel: text('channel').notNull(),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
    fromEmail: text('from_email'),
    fromName: text('from_name'),
    priority: integer('priority').notNull().default(50),
    weight: integer('weight').notNull().default(1),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull().default(0),
    monthlyFeeMicros: bigint('monthly_fee_micros', { mode: 'number' }).notNull().default(0),
    limits: jsonb('limits').$type<ProviderLimits>().notNull().default({}),
    overrides: jsonb('overrides').$type<ProviderOverrides>().notNull().default({}),
    budget: jsonb('budget').$type<ProviderBudget>(),
    categories: text('categories').array().notNull().default(sql`'{transactional,marketing}'`),
    fallbackId: uuid('fallback_id'),
    active: boolean('active').notNull().default(true),
    /** IANA name: where the provider's own day and month begin; null: UTC. */
    timeZone: text('time_zone'),
    /** It may send for these domains only; null: any. */
    senderDomains: text('sender_domains').array(),
    recipientDomains: jsonb('recipient_domains').$type<RecipientDomains>(),
    keyRotation: jsonb('key_rotation').$type<KeyRotation>(),
    /** Grows with every change, so that connection pools know when to reconnect. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // A name stands for a provider in the API and on the command line: the company's own one, or the shared one.
  (t) => [
    uniqueIndex('providers_name_key').on(
      sql`coalesce(${t.companyId}, ${sql.raw(`'${SHARED}'`)})`,
      sql`lower(${t.name})`,
    ),
  ],
);

/** What it cost and from when on: a price that changes does not change what was before. */
export const providerPrices = pgTable(
  'provider_prices',
  {
    /** Outlives its provider, as the figures do. */
    providerId: uuid('provider_id').notNull(),
    validFrom: at('valid_from').notNull(),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull(),
    monthlyFeeMicros: bigint('monthly_fee_micros', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.validFrom] })],
);

export type ProviderRow = typeof providers.$inferSelect;

/** Credentials. A provider may have several keys; exactly one is active. */
export const providerKeys = pgTable(
  'provider_keys',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
    /** What the key may do at the provider, as its owner noted it. */
    scopes: text('scopes'),
    secrets: jsonb('secrets').$type<Record<string, StoredSecret>>().notNull(),
    active: boolean('active').notNull().default(true),
    /** What the provider itself calls it: by that it is ended there. */
    externalId: text('external_id'),
    /** From then on it is ended at the provider: another one took its place. */
    endsAt: at('ends_at'),
    /** When a person was reminded that it is old. */
    remindedAt: at('reminded_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('provider_keys_active_key').on(t.providerId).where(sql`${t.active}`)],
);

/**
 * One replacement of a provider's key, noted before the provider is asked: a key that it made and nobody stored is found there by its name.
 */
export const providerKeyRotations = pgTable(
  'provider_key_rotations',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    /** What the new key is called at the provider. */
    name: text('name').notNull(),
    /** How far it has come. */
    step: text('step', { enum: ['make', 'test', 'activate', 'done'] }).notNull(),
    keyId: uuid('key_id'),
    /** Since then the service may have made a key that nobody has stored: it was asked, and its answer was not heard so far. */
    askedAt: at('asked_at'),
    /** Until then a process is at it; it runs out by itself if that one dies. */
    claimedUntil: at('claimed_until'),
    /** Of the step it is at. */
    tries: smallint('tries').notNull().default(0),
    /** When people were written to about the problem. */
    toldAt: at('told_at'),
    /** Why it stopped there, and in the provider's words. */
    problem: text('problem'),
    detail: text('detail'),
    finishedAt: at('finished_at'),
    createdAt: createdAt(),
  },
  (t) => [
    // One at a time.
    uniqueIndex('provider_key_rotations_open_key').on(t.providerId).where(sql`${t.finishedAt} is null`),
    // The provider's page tells of the last one.
    index('provider_key_rotations_provider_id_idx').on(t.providerId),
  ],
);

/**
 * The circuit breaker and the healing of weights. Changes only while a provider fails, when it recovers and when it is
 * checked: a healthy delivery never waits for this row.
 */
export const providerHealth = pgTable('provider_health', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => providers.id, { onDelete: 'cascade' }),
  consecutiveFailures: integer('consecutive_failures').notNull().default(0),
  /** Null: closed. In the future: open. In the past: half-open, one probe may pass. */
  openUntil: at('open_until'),
  openedAt: at('opened_at'),
  /** While in the future, somebody is probing; it runs out by itself if the prober dies. */
  probeUntil: at('probe_until'),
  /** Share of the configured weight that the provider gets at the moment. */
  weightPercent: smallint('weight_percent').notNull().default(100),
  weightChangedAt: at('weight_changed_at'),
  /** The last health check; null: none yet. */
  checkOk: boolean('check_ok'),
  checkedAt: at('checked_at'),
});

/** What changed by itself at a provider, and why: breaker, weight, health checks. */
export const providerChanges = pgTable(
  'provider_changes',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    at: at('at').notNull().defaultNow(),
    type: text('type').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>(),
    /** Who: `system`, or a person who undid it. */
    actor: text('actor').notNull(),
  },
  (t) => [
    // The history of one provider, newest first.
    index('provider_changes_provider_id_idx').on(t.providerId, t.id),
    // What happened lately, of all providers.
    index('provider_changes_at_idx').on(t.at),
  ],
);

/**
 * The pace of a provider, shared by all workers. Slots of time are taken from `next_at` on, one each 1/rate seconds; what its refusals
 * taught is the rate that was left at `changed_at` and the `ceiling` at which it refused. No row, no rate: as fast as its connections allow.
 */
export const providerPace = pgTable('provider_pace', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => providers.id, { onDelete: 'cascade' }),
  nextAt: at('next_at').notNull().defaultNow(),
  /** It asked to be left alone until then. */
  pausedUntil: at('paused_until'),
  /** Messages a second at `changed_at`; grows back from there. Null: nothing was learned. */
  rate: real('rate'),
  ceiling: real('ceiling'),
  /** Connections at once that its refusals left; null: as configured. */
  connections: smallint('connections'),
  changedAt: at('changed_at'),
  /** In a row, without a message accepted in between. */
  refusals: integer('refusals').notNull().default(0),
  /** The words of the last one, shown as the reason. */
  reply: text('reply'),
});
