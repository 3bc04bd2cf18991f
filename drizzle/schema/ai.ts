import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

const SHARED = '00000000-0000-0000-0000-000000000000';

/** By use (`AI_USES`). Prices as of the provider. */
export type AiModels = Record<
  string,
  { model: string; inputMicros: number | null; outputMicros: number | null }
>;
export type AiLimits = { minute?: number; day?: number };

/** Services that draft, translate and explain. None of them is ever on the way of a message. */
export const aiProviders = pgTable(
  'ai_providers',
  {
    id: id(),
    /** Null: for all companies. */
    companyId: companyId(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    endpoint: text('endpoint').notNull(),
    model: text('model').notNull(),
    /** For uses that are not asked of `model`. */
    modelFor: jsonb('model_for').$type<AiModels>().notNull().default({}),
    organization: text('organization'),
    project: text('project'),
    timeoutSeconds: integer('timeout_seconds').notNull(),
    /** Whether it holds to a schema that goes with the request; null: nobody has tried. */
    schemas: boolean('schemas'),
    priority: integer('priority').notNull(),
    /** Millionths of a US dollar for a million tokens; null: unknown, and so is what it costs. */
    inputMicros: bigint('input_micros', { mode: 'number' }),
    outputMicros: bigint('output_micros', { mode: 'number' }),
    limits: jsonb('limits').$type<AiLimits>().notNull().default({}),
    /** Of a month; null: none of its own. */
    budgetMicros: bigint('budget_micros', { mode: 'number' }),
    /** Used up, it is asked no more; else it comes after the others. */
    budgetHard: boolean('budget_hard').notNull().default(true),
    fallbackId: uuid('fallback_id'),
    active: boolean('active').notNull().default(true),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),

    /** In a row. */
    failures: integer('failures').notNull().default(0),
    /** It is not asked before then; null: it may be asked. */
    openUntil: at('open_until'),
    /** What went wrong last, in which words of the service; null: the last call went well. */
    fault: text('fault'),
    reply: text('reply'),
    failedAt: at('failed_at'),
    /** How the last test went. */
    testOk: boolean('test_ok'),
    testedAt: at('tested_at'),
  },
  (t) => [
    // A name stands for a provider in the API: the company's own one, or the shared one.
    uniqueIndex('ai_providers_name_key').on(
      sql`coalesce(${t.companyId}, ${sql.raw(`'${SHARED}'`)})`,
      sql`lower(${t.name})`,
    ),
  ],
);

/** Of a provider; exactly one is active, where it has any. */
export const aiKeys = pgTable(
  'ai_keys',
  {
    id: id(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => aiProviders.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
    sealed: text('sealed').notNull(),
    last4: text('last4').notNull(),
    active: boolean('active').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('ai_keys_active_key').on(t.providerId).where(sql`${t.active}`),
    // The keys of one provider.
    index('ai_keys_provider_id_idx').on(t.providerId),
  ],
);

/** Each call: who asked whom for what, and what it cost. Never what was said. */
export const aiCalls = pgTable(
  'ai_calls',
  {
    id: id(),
    /** Whose thing it was about. */
    companyId: companyId(),
    /** Outlives its provider, as what was spent does. */
    providerId: uuid('provider_id').notNull(),
    provider: text('provider').notNull(),
    model: text('model').notNull(),
    job: text('job').notNull(),
    /** The words it was asked with, as the repository numbers them. */
    promptVersion: integer('prompt_version').notNull(),
    actorType: text('actor_type').notNull(),
    actorLabel: text('actor_label').notNull(),
    startedAt: at('started_at').notNull().defaultNow(),
    /** Null: under way, or its process died. */
    durationMs: integer('duration_ms'),
    /** `ok`, or what went wrong. */
    outcome: text('outcome'),
    /** Personal data was taken out before it went. */
    redacted: boolean('redacted').notNull(),
    inputTokens: integer('input_tokens').notNull().default(0),
    cachedTokens: integer('cached_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    reasoningTokens: integer('reasoning_tokens').notNull().default(0),
    /** What it may cost at most until it is over, then what it cost; null: the price is unknown. */
    costMicros: bigint('cost_micros', { mode: 'number' }),
    requestId: text('request_id'),
  },
  (t) => [
    // What a provider spent this month, and how often it was asked this minute and today.
    index('ai_calls_provider_id_idx').on(t.providerId, t.startedAt),
    // The log, newest first; what all of them spent this month.
    index('ai_calls_started_at_idx').on(t.startedAt),
  ],
);
