import { bigint, date, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { TOOK_COLUMNS, WAITED_COLUMNS } from '../latency';

/** Stands for "no provider" in figures, where a key must not be null. */
export const NO_PROVIDER = '00000000-0000-0000-0000-000000000000';
/** The same for messages of no company. */
export const NO_COMPANY = NO_PROVIDER;
/** And of no type. */
export const NO_TYPE = '';

const buckets = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, integer(name).notNull().default(0)]));

/** By what is counted, besides the time. */
const dimensions = () => ({
  providerId: uuid('provider_id').notNull(),
  channel: text('channel').notNull().default('email'),
  companyId: uuid('company_id').notNull().default(NO_COMPANY),
  type: text('type').notNull().default(NO_TYPE),
  category: text('category').notNull(),
});

/** What is counted; an attempt at its provider, a message, once it comes to rest, at the provider of its last attempt. */
const figures = () => ({
  /**
   * Attempts that somebody accepted, those that a sandbox kept for viewing, and those that nobody took; one that was only put off (pace, quota,
   * cannot carry) is none of them.
   */
  attemptsSent: integer('attempts_sent').notNull().default(0),
  attemptsCaptured: integer('attempts_captured').notNull().default(0),
  attemptsFailed: integer('attempts_failed').notNull().default(0),
  /** Those whose provider was at fault; a refused address or content is no fault of it. */
  attemptsFaulty: integer('attempts_faulty').notNull().default(0),
  /** Those that took longer than the healing of weights allows. */
  attemptsSlow: integer('attempts_slow').notNull().default(0),
  durationMsSum: bigint('duration_ms_sum', { mode: 'number' }).notNull().default(0),
  costMicros: bigint('cost_micros', { mode: 'number' }).notNull().default(0),
  /** Attempts after which another provider took over. */
  failovers: integer('failovers').notNull().default(0),
  /** Recipients who were accepted: what limits and providers count. */
  recipientsSent: integer('recipients_sent').notNull().default(0),
  messagesSent: integer('messages_sent').notNull().default(0),
  /** Of those: some of their recipients were refused. */
  messagesPartly: integer('messages_partly').notNull().default(0),
  messagesCaptured: integer('messages_captured').notNull().default(0),
  messagesFailed: integer('messages_failed').notNull().default(0),
  messagesParked: integer('messages_parked').notNull().default(0),
  /** Attempts that are counted above, by how long they took; messages that were sent, by how long they waited for it. */
  ...buckets(TOOK_COLUMNS),
  ...buckets(WAITED_COLUMNS),
});

/**
 * Counted by the statement that settles deliveries. Several rows a minute, so that workers do not wait for each other; readers add them
 * up. Folded into hours and days by a job, and forgotten after some days. Outlives its provider, as the attempts do.
 */
export const deliveryMinutes = pgTable(
  'delivery_minutes',
  {
    minute: at('minute').notNull(),
    ...dimensions(),
    slot: smallint('slot').notNull(),
    ...figures(),
    lastUsedAt: at('last_used_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'delivery_minutes_pk',
      columns: [t.minute, t.providerId, t.channel, t.companyId, t.type, t.category, t.slot],
    }),
  ],
);

/** By the half or quarter of an hour where a time zone in use is not whole hours from UTC. */
export const deliveryHours = pgTable(
  'delivery_hours',
  {
    hour: at('hour').notNull(),
    ...dimensions(),
    ...figures(),
    lastUsedAt: at('last_used_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'delivery_hours_pk',
      columns: [t.hour, t.providerId, t.channel, t.companyId, t.type, t.category],
    }),
  ],
);

/** Days are UTC; "today" of a reader elsewhere is made of hours. */
export const deliveryDays = pgTable(
  'delivery_days',
  {
    day: date('day').notNull(),
    ...dimensions(),
    ...figures(),
    lastUsedAt: at('last_used_at').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'delivery_days_pk',
      columns: [t.day, t.providerId, t.channel, t.companyId, t.type, t.category],
    }),
  ],
);

/** Who took over from whom, and what it cost more than the first choice would have. */
export const failoverHours = pgTable(
  'failover_hours',
  {
    hour: at('hour').notNull(),
    fromId: uuid('from_id').notNull(),
    toId: uuid('to_id').notNull(),
    companyId: uuid('company_id').notNull().default(NO_COMPANY),
    failovers: integer('failovers').notNull(),
    extraCostMicros: bigint('extra_cost_micros', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ name: 'failover_hours_pk', columns: [t.hour, t.fromId, t.toId, t.companyId] })],
);

/**
 * What became of messages after somebody took them, in the quarter of an hour in which they were accepted: each message once for each of
 * these, however often it happened and however late it was told; only what comes back counts each time that it was sent. So it adds up over any time zone, and leads to the messages themselves.
 */
export const responseCounts = pgTable(
  'response_counts',
  {
    quarter: at('quarter').notNull(),
    ...dimensions(),
    delivered: integer('delivered').notNull().default(0),
    bounced: integer('bounced').notNull().default(0),
    complained: integer('complained').notNull().default(0),
    opened: integer('opened').notNull().default(0),
    clicked: integer('clicked').notNull().default(0),
    /** By a program: no person is known to have seen it. */
    machineOpened: integer('machine_opened').notNull().default(0),
    machineClicked: integer('machine_clicked').notNull().default(0),
    unsubscribed: integer('unsubscribed').notNull().default(0),
    /** Sent, and then it came back as a whole. */
    returned: integer('returned').notNull().default(0),
  },
  (t) => [
    primaryKey({
      name: 'response_counts_pk',
      columns: [t.quarter, t.providerId, t.channel, t.companyId, t.type, t.category],
    }),
  ],
);
