import { z } from 'zod';
import { MAILBOX_CAUSES } from '@/lib/bounces/mailboxes/causes';
import { KEY_PROBLEMS } from '@/lib/providers/key-api';
import type {
  AttemptFigures,
  Attention,
  BudgetUse,
  Costs,
  LimitUse,
  ProviderStanding,
  Statistics,
} from '@/lib/statistics/schema';
import type { SystemStatus } from '@/lib/status/schema';
import { answerOf, named } from '../named';
import { MessageAnswer } from './messages';
import { Count, Id, Money, Reference, Share, Time } from './parts';
import { HealthAnswer, Problem } from './providers';

export const StatusAnswer = answerOf<SystemStatus>()(
  'SystemStatus',
  z.strictObject({
    flow: z
      .enum(['flowing', 'degraded', 'sandbox', 'stopped'])
      .describe('`sandbox`: there is no provider that sends, so nobody receives anything.'),
    reasons: z.array(
      z.enum([
        'no_provider',
        'all_failing',
        'only_sandbox',
        'development',
        'no_worker',
        'no_space',
        'misconfigured',
        'all_paused',
        'paused',
        'parked',
        'retrying',
        'queue_old',
      ]),
    ),
    misconfigured: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        reason: z.enum(['settings', 'secret', 'kind']),
        detail: z.string(),
      }),
    ),
    waiting: Count,
    scheduled: Count,
    retrying: Count,
    parked: Count,
    failedToday: Count,
    sentToday: Count,
    everSent: z.boolean(),
    capturedToday: Count,
    oldestWaitingSeconds: z.number().nullable(),
    alerts: z.strictObject({ open: Count, critical: Count }).describe('That are open.'),
  }),
);

const Attempts = answerOf<AttemptFigures>()(
  'AttemptFigures',
  z.strictObject({
    attempts: Count,
    faulty: Count,
    slow: Count,
    failovers: Count,
    averageMs: z.number().nullable(),
  }),
);

const Limit = answerOf<LimitUse>()(
  'LimitUse',
  z.strictObject({
    unit: z.enum(['minute', 'hour', 'day', 'month']),
    used: z.number(),
    limit: z.number(),
    capacity: z.number().describe('What messages that are not urgent may use of it.'),
    endsAt: Time,
    forecastAt: Time.nullable(),
  }),
);

const Budget = answerOf<BudgetUse>()(
  'BudgetUse',
  z.strictObject({
    used: Money,
    monthly: Money,
    hard: z.boolean(),
    usedUp: z.boolean(),
    endsAt: Time,
    forecastAt: Time.nullable(),
  }),
);

const Standing = answerOf<ProviderStanding>()(
  'ProviderStanding',
  z.strictObject({
    id: Id,
    name: z.string(),
    kind: z.string(),
    active: z.boolean(),
    health: HealthAnswer,
    lastTest: z.strictObject({ ok: z.boolean(), cause: z.string().nullable(), at: Time }).nullable(),
    full: z
      .strictObject({
        unit: z.enum(['second', 'minute', 'hour', 'day', 'month', 'budget', 'provider']),
        until: Time,
      })
      .nullable(),
    sentToday: Count,
    capturedToday: Count,
    attempts: Attempts,
    limits: z.array(Limit),
    budget: Budget.nullable(),
  }),
);

const provider = Reference;
const count = Count;
export const AttentionAnswer = named(
  'Attention',
  z.union([
    z.strictObject({ type: z.literal('no_provider') }),
    z.strictObject({ type: z.literal('no_worker') }),
    z.strictObject({ type: z.literal('all_paused') }),
    z.strictObject({ type: z.literal('paused') }),
    z.strictObject({ type: z.literal('queue_old'), seconds: z.number() }),
    z.strictObject({ type: z.literal('parked'), count }),
    z.strictObject({ type: z.literal('uncertain'), count }),
    z.strictObject({ type: z.literal('misconfigured'), provider, problem: Problem }),
    z.strictObject({
      type: z.literal('breaker_open'),
      provider,
      until: Time.nullable(),
      failures: Count,
    }),
    z.strictObject({ type: z.enum(['unhealthy', 'degraded']), provider, successRate: Share }),
    z.strictObject({ type: z.literal('check_failed'), provider, at: Time }),
    z.strictObject({ type: z.enum(['limit_used', 'limit_near']), provider, use: Limit }),
    z.strictObject({ type: z.enum(['budget_used', 'budget_near']), provider, use: Budget }),
    z.strictObject({ type: z.literal('waiting_for_provider'), count }),
    z.strictObject({ type: z.literal('waiting_for_room'), count, nextAt: Time }),
    z.strictObject({ type: z.literal('token_ends'), token: Reference, endsAt: Time }),
    z.strictObject({ type: z.literal('token_waits'), token: Reference, since: Time }),
    z.strictObject({
      type: z.literal('webhook_stopped'),
      webhook: Reference,
      because: z.enum(['failing', 'gone']),
      since: Time,
    }),
    z.strictObject({ type: z.literal('key_failed'), provider, problem: z.enum(KEY_PROBLEMS), at: Time }),
    z.strictObject({ type: z.literal('key_old'), provider, since: Time }),
    z.strictObject({
      type: z.literal('mailbox_failing'),
      mailbox: Reference,
      cause: z.enum(MAILBOX_CAUSES),
      since: Time,
    }),
    z.strictObject({
      type: z.literal('failovers'),
      from: Reference,
      to: Reference,
      count,
      extraCost: Money,
    }),
  ]),
) satisfies z.ZodType<Attention>;

const CostsAnswer = answerOf<Costs>()(
  'Costs',
  z.strictObject({
    today: Money,
    month: Money,
    fees: Money,
    saved: z.strictObject({ amount: Money, share: z.number(), dearest: z.string() }).nullable(),
    providers: z.array(
      z.strictObject({
        id: Id.nullable(),
        name: z.string().nullable(),
        sent: Count,
        captured: Count,
        today: Money,
        month: Money,
        fee: Money,
        budget: z.strictObject({ used: Money, monthly: Money, hard: z.boolean() }).nullable(),
      }),
    ),
  }),
);

export const StatisticsAnswer = answerOf<Statistics>()(
  'Statistics',
  z.strictObject({
    at: Time,
    timeZone: z.string(),
    currency: z.string(),
    status: StatusAnswer,
    today: z.strictObject({
      since: Time,
      sent: Count,
      partly: Count,
      captured: Count,
      failed: Count,
      parked: Count,
    }),
    attempts: Attempts,
    hours: z.array(z.strictObject({ at: Time, sent: Count, captured: Count, failed: Count, parked: Count })),
    providers: z.array(Standing),
    attention: z.array(AttentionAnswer).describe('What a person has to know or to decide, the worst first.'),
    costs: CostsAnswer,
    latest: z.array(MessageAnswer).nullable().describe('Null for who may not read messages.'),
  }),
);
