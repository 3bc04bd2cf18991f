import { z } from 'zod';
import type { ReportsView } from '@/lib/inbound/report-schema';
import {
  CHANGE_TYPES,
  type ProviderChange,
  type ProviderHealth,
  type ProviderPace,
  type ProviderProblem,
} from '@/lib/providers/health/health-schema';
import type { HealthCheckView, PastTestView, ProviderStatistics } from '@/lib/providers/health/report-schema';
import { KeyRotationSetting } from '@/lib/providers/keys/rotation-setting';
import { RecipientDomains } from '@/lib/providers/recipient-domains';
import type { ProviderView, SecretView, TestView } from '@/lib/providers/schema';
import { ProviderLimits } from '@/lib/settings/limits-schema';
import { ProviderOverrides } from '@/lib/settings/overrides-schema';
import { answerOf, named } from '../named';
import { Count, Fields, Id, listOf, Money, pageOf, Share, Time } from './parts';

named('ProviderLimits', ProviderLimits, 'input');
named('ProviderOverrides', ProviderOverrides, 'input');
named('RecipientDomains', RecipientDomains, 'input');

const Secret = answerOf<SecretView>()(
  'Secret',
  z.strictObject({
    set: z.literal(true),
    last4: z.string().describe('Its last four characters: it is never told whole.'),
    updatedAt: Time,
  }),
);
export const Secrets = z.record(z.string(), Secret);

export const Problem = answerOf<ProviderProblem>()(
  'ProviderProblem',
  z.strictObject({ reason: z.enum(['settings', 'secret', 'kind']), detail: z.string() }),
);

const Pace = answerOf<ProviderPace>()(
  'ProviderPace',
  z.strictObject({
    perSecond: z.number().nullable().describe('Messages a second at the moment; null: as many as it takes.'),
    configuredPerSecond: z.number().nullable(),
    pausedUntil: Time.nullable().describe('It asked to be left alone until then.'),
    connections: z.number().nullable(),
    since: Time.nullable(),
    reply: z.string().nullable(),
  }),
);

export const HealthAnswer = answerOf<ProviderHealth>()(
  'ProviderHealth',
  z.strictObject({
    state: z.enum(['healthy', 'degraded', 'unhealthy', 'misconfigured']),
    problem: Problem.nullable(),
    successRate: Share.nullable().describe('Of the last minutes; null: too few attempts to tell.'),
    breaker: z
      .enum(['closed', 'open', 'half_open', 'probing'])
      .describe('`open`: it gets no messages until `openUntil`; then one decides.'),
    openUntil: Time.nullable(),
    consecutiveFailures: Count,
    weightPercent: z.number(),
    check: z.strictObject({ ok: z.boolean(), at: Time }).nullable(),
    pace: Pace,
  }),
);

const LastTest = z.strictObject({ ok: z.boolean(), cause: z.string().nullable(), at: Time }).nullable();

export const ProviderAnswer = answerOf<ProviderView>()(
  'Provider',
  z.strictObject({
    id: Id,
    name: z.string(),
    kind: z.string(),
    channel: z.string(),
    settings: Fields,
    secrets: Secrets.describe('By name; never the secrets themselves.'),
    fromEmail: z.string().nullable(),
    fromName: z.string().nullable(),
    priority: z.number(),
    weight: z.number(),
    costPerMessage: Money,
    monthlyFee: Money,
    limits: ProviderLimits,
    overrides: ProviderOverrides,
    budget: z.strictObject({ monthly: Money, hard: z.boolean() }).nullable(),
    categories: z.array(z.string()),
    fallback: z.string().nullable().describe('The name of who takes over first.'),
    active: z.boolean(),
    timeZone: z.string().nullable(),
    senderDomains: z.array(z.string()).nullable(),
    keyRotation: KeyRotationSetting.nullable(),
    recipientDomains: RecipientDomains.nullable(),
    lastTest: LastTest,
    health: HealthAnswer,
    company: z.string().optional(),
    version: z.int().describe('Send it back with a change: refused (409) where somebody saved meanwhile.'),
    createdAt: Time,
    updatedAt: Time,
  }),
);
export const ProvidersAnswer = named('ProviderList', listOf(ProviderAnswer));

const test = {
  ok: z.boolean(),
  steps: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), ms: z.number(), detail: z.string() })),
  cause: z.string().optional(),
  summary: z.string().describe('What is wrong, who has to act, and the fix.'),
  transcript: z.string().optional(),
  at: Time,
};
export const TestAnswer = answerOf<TestView>()('TestResult', z.strictObject(test));
export const PastTestAnswer = answerOf<PastTestView>()(
  'PastTest',
  z.strictObject({ ...test, id: Id, durationMs: z.number() }),
);
export const TestsPage = named('PastTestPage', pageOf(PastTestAnswer));

export const QueueTestAnswer = named(
  'QueueTestResult',
  z.strictObject({ ...test, messageId: Id.nullable() }),
);

export const CheckAnswer = answerOf<HealthCheckView>()(
  'HealthCheck',
  z.strictObject({
    ok: z.boolean(),
    cause: z.string().optional(),
    summary: z.string(),
    ms: z.number(),
    at: Time,
  }),
);

export const StatisticsOfProvider = answerOf<ProviderStatistics>()(
  'ProviderStatistics',
  z.strictObject({
    sent: Count,
    captured: Count,
    failed: Count,
    successRate: Share.nullable(),
    sentToday: Count,
    sentThisMonth: Count,
    capturedToday: Count,
    capturedThisMonth: Count,
    consecutiveFailures: Count,
    costThisMonth: Money,
    costTotal: Money,
    lastUsedAt: Time.nullable(),
    lastCheckAt: Time.nullable(),
    averageMs: z.number().nullable(),
  }),
);

export const ChangeAnswer = answerOf<ProviderChange>()(
  'ProviderChange',
  z.strictObject({
    id: Id,
    type: z.enum(CHANGE_TYPES),
    at: Time,
    detail: Fields.describe('By type.'),
    actor: z.string(),
  }),
);
export const ChangesPage = named('ProviderChangePage', pageOf(ChangeAnswer));

export const KindsAnswer = named(
  'ProviderKindList',
  listOf(
    named(
      'ProviderKind',
      z.strictObject({
        kind: z.string(),
        channel: z.string(),
        label: z.string(),
        carries: Fields.describe('What it takes of a message, and who says so.'),
        presets: z.array(Fields),
        settings: Fields.describe('JSON Schema of `settings`.'),
        secrets: Fields.describe('JSON Schema of `secrets`.'),
        targets: Fields,
      }),
    ),
  ),
);

export const RoutingAnswer = named(
  'RoutingState',
  z.strictObject({
    at: Time,
    policy: Fields.describe('Strategies by category, weights of `balanced`, thresholds.'),
    providers: z
      .array(z.looseObject({ id: Id, name: z.string(), active: z.boolean(), priority: z.number() }))
      .describe('What the router knows of each; made for the routing lab, and may get more fields.'),
  }),
);

export const ReportsAnswer = answerOf<ReportsView>()(
  'ProviderReports',
  z.strictObject({
    url: z.string().nullable().describe('Null: a provider of this kind tells nothing by itself.'),
    isPublic: z.boolean().describe('Whether the world can reach that address, as far as it shows.'),
    byApi: z.boolean().describe("Whether the service's API can be told to post there."),
    proof: z.strictObject({ name: z.string(), set: z.boolean() }).nullable(),
    lastReceivedAt: Time.nullable(),
    received: Count.describe('In the last 24 hours, at most 1,000.'),
    lastUnread: z.strictObject({ at: Time, error: z.string() }).nullable(),
    lastRefused: z.strictObject({ at: Time, reason: z.string() }).nullable(),
  }),
);
