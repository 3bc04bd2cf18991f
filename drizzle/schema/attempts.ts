import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';

/** What of a message a provider does not take, as a code with its parameters: whoever reads it has it in the own language. */
export type StoredMisfit = { provider?: string; what: string; detail?: string; limit?: number };

export type StoredOutcome = {
  address: string;
  /** `captured`: a sandbox keeps it for viewing; nobody received it. */
  outcome: 'accepted' | 'captured' | 'refused' | 'unknown';
  /**
   * `throttled`: too fast for the provider at the moment, which is neither an illness nor a used-up limit. `cannot_carry`: this provider
   * takes no such message (size, file type, characters), another one may.
   */
  fault?: 'recipient' | 'provider' | 'content' | 'throttled' | 'cannot_carry';
  /** Of a throttled one: too many a second, or too many connections at once. */
  pace?: 'rate' | 'connections';
  permanent?: boolean;
  /** They want nothing such from this sender: their address is good, and others may reach them. */
  declined?: true;
  /** By a sandbox. */
  played?: true;
  retryAfterMs?: number;
  /** A limit of the provider's is used up; `retryAfterMs` tells when it renews, where the provider does. */
  quota?: boolean;
  code?: string;
  /** The other side's words; of `misfits` the same in English. */
  reply?: string;
  /** The own rule that judged it, and the family that this one told. */
  rule?: { id: string; name: string; means: string };
  /** In no table: its code alone was judged. */
  unsorted?: true;
  misfits?: StoredMisfit[];
  providerMessageId?: string;
};

export type StoredCandidate = {
  providerId: string;
  provider: string;
  rank: number | null;
  reason: string;
  /** What ranked it, where a strategy did, and how well it did there: 0 to 1. */
  strategy?: string;
  score?: number;
  /** The name of the one whose configured fallback it is, where that put it here. */
  fallbackOf?: string;
  /** Passed over until then: the breaker closes again, the limit renews. */
  until?: string;
  /** Passed over after so many failures in a row. */
  failures?: number;
  /** What of the message it does not take. */
  misfit?: StoredMisfit;
};

/** Written before the send, finished after it: a crash in between leaves a trace. */
export const attempts = pgTable(
  'attempts',
  {
    id: uuid('id').notNull(),
    messageId: uuid('message_id').notNull(),
    providerId: uuid('provider_id').notNull(),
    /** The name as it was then; providers can be renamed or deleted. */
    provider: text('provider').notNull(),
    claimNo: integer('claim_no').notNull(),
    startedAt: at('started_at').notNull(),
    finishedAt: at('finished_at'),
    durationMs: integer('duration_ms'),
    outcomes: jsonb('outcomes').$type<StoredOutcome[]>(),
    candidates: jsonb('candidates').$type<StoredCandidate[]>().notNull(),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull().default(0),
    transcript: text('transcript'),
    /** It waits for a connection, and nothing of the message was said. */
    held: boolean('held'),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.id] }),
    // The search for a provider's own id of a message (lib/messages/find-by-provider-id.ts).
    index('attempts_provider_message_ids_idx')
      .using('gin', sql`jsonb_path_query_array(${t.outcomes}, '$[*].providerMessageId') jsonb_path_ops`)
      .where(sql`${t.outcomes} is not null`),
  ],
);
