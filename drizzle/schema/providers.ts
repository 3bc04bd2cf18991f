import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

export type StoredSecret = { sealed: string; last4: string; updatedAt: string };
export type ProviderLimits = { minute?: number; hour?: number; day?: number; month?: number };
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
    budget: jsonb('budget').$type<ProviderBudget>(),
    categories: text('categories').array().notNull().default(sql`'{transactional,marketing}'`),
    fallbackId: uuid('fallback_id'),
    active: boolean('active').notNull().default(true),
    /** Grows with every change, so that connection pools know when to reconnect. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // A name stands for a provider in the API and on the command line.
  (t) => [uniqueIndex('providers_name_key').on(sql`lower(${t.name})`)],
);

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
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('provider_keys_active_key').on(t.providerId).where(sql`${t.active}`)],
);

/** Connection tests, kept so that a card can say when a provider last answered. */
export const providerTests = pgTable(
  'provider_tests',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    ok: boolean('ok').notNull(),
    cause: text('cause'),
    steps: jsonb('steps').notNull(),
    transcript: text('transcript'),
    durationMs: integer('duration_ms').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  // The newest test of each provider.
  (t) => [index('provider_tests_provider_id_idx').on(t.providerId, t.id.desc())],
);

/**
 * What a provider did on each day (UTC), counted by the statement that settles a delivery. Several rows a day, so that
 * workers do not wait for each other; readers add them up. Outlives its provider, as the attempts do.
 */
export const providerDays = pgTable(
  'provider_days',
  {
    providerId: uuid('provider_id').notNull(),
    day: date('day').notNull(),
    slot: smallint('slot').notNull(),
    /** Attempts that somebody accepted, and those that nobody did. */
    sent: integer('sent').notNull(),
    failed: integer('failed').notNull(),
    durationMsSum: bigint('duration_ms_sum', { mode: 'number' }).notNull(),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull(),
    lastUsedAt: at('last_used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.day, t.slot] })],
);

/** Changes only while a provider fails and when it recovers: a healthy delivery never waits for this row. */
export const providerHealth = pgTable('provider_health', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => providers.id, { onDelete: 'cascade' }),
  consecutiveFailures: integer('consecutive_failures').notNull().default(0),
});
