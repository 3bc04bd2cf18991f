import { z } from 'zod';
import type { CampaignChecks } from '@/lib/campaigns/check';
import { CHECKS } from '@/lib/campaigns/check-result';
import {
  type Books,
  type CampaignRecipient,
  type CampaignResult,
  type CampaignView,
  type Decision,
  METRICS,
  Variant,
} from '@/lib/campaigns/schema';
import { CAMPAIGN_STATES } from '@/lib/campaigns/states';
import { answerOf, named } from '../named';
import { Count, Fields, Id, listOf, pageOf, Time } from './parts';

const ids = { lists: z.array(Id), segments: z.array(Id) };
const text = z.string().nullable();
const VariantResult = z.strictObject({ variant: z.int(), delivered: Count, hits: Count, rate: z.number() });

const BooksAnswer = answerOf<Books>()(
  'CampaignBooks',
  z
    .strictObject({
      audience: Count,
      sent: Count,
      excluded: Count,
      failed: Count,
      parked: Count,
      uncertain: Count.describe('Nobody knows whether they have it: they are not sent a second one.'),
      waiting: Count,
      reasons: z.record(z.string(), z.int()).describe('Why some are excluded or failed, and how many.'),
      at: Time,
    })
    .describe('audience = sent + excluded + failed + parked + uncertain + waiting, counted over the rows.'),
);

const DecisionAnswer = answerOf<Decision>()(
  'CampaignDecision',
  z.strictObject({
    metric: z.enum(METRICS),
    winner: z.int(),
    isSignificant: z.boolean().describe('False: no difference can be shown, and the rest got the first.'),
    pValue: z.number().nullable(),
    results: z.array(VariantResult),
    by: z.string(),
    at: Time,
  }),
);

export const CampaignAnswer = answerOf<CampaignView>()(
  'Campaign',
  z.strictObject({
    id: Id,
    title: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    reason: text.describe(
      'Why it is paused or ended: person, bounces, complaints, budget, template_gone, restored, missed.',
    ),
    audience: z.strictObject({ ...ids, without: z.strictObject(ids) }),
    template: z.string(),
    variables: Fields,
    language: text,
    subject: text,
    preheader: text,
    fromEmail: text,
    fromName: text,
    tracking: z.strictObject({ opens: z.boolean(), clicks: z.boolean() }),
    variants: z.array(Variant),
    test: z.strictObject({ percent: z.int(), metric: z.enum(METRICS), waitHours: z.int() }).nullable(),
    decision: DecisionAnswer.nullable(),
    decideAt: Time.nullable(),
    startsAt: text,
    zoned: z.boolean(),
    beginsAt: Time.nullable(),
    spreadHours: z.int(),
    perMinute: z.int().nullable(),
    budget: z.strictObject({ amount: z.string(), hard: z.boolean() }).nullable(),
    approvedBy: text,
    createdBy: z.string(),
    startedBy: text,
    startedAt: Time.nullable(),
    finishedAt: Time.nullable(),
    books: BooksAnswer.nullable(),
    resendOf: Id.nullable(),
    archived: z.boolean(),
    archive: z
      .strictObject({ url: z.string(), feeds: z.array(z.string()) })
      .nullable()
      .describe('Where everybody reads it, and the feeds it stands in; null: it is not published.'),
    version: z.int().describe('To send with a PATCH.'),
    createdAt: Time,
    updatedAt: Time,
    company: z.string().optional(),
  }),
);
export const CampaignsAnswer = named('Campaigns', listOf(CampaignAnswer));

export const CampaignChecksAnswer = answerOf<CampaignChecks>()(
  'CampaignChecks',
  z.strictObject({
    ready: z.boolean(),
    counts: z.strictObject({
      audience: Count,
      excluded: z.record(z.string(), z.int()).describe('Why some get nothing, and how many.'),
      toSend: Count,
    }),
    estimate: z
      .strictObject({ cost: text, minutes: z.int().nullable(), provider: text })
      .describe('By the cheapest provider that carries it; null: nobody does, or it has no limit.'),
    approval: z
      .strictObject({
        state: z.enum(['needed', 'asked', 'declined', 'changed', 'approved']),
        askedBy: text,
        askedAt: Time.nullable(),
        declinedBy: text,
        note: text,
        approvedBy: text,
        approvedAt: Time.nullable(),
        people: z.array(z.string()).describe('Who could agree.'),
        isAuthor: z.boolean().describe('Whether who asks made it, or changed it last.'),
      })
      .nullable()
      .describe('Null: the settings want no second person.'),
    checks: z.array(
      z.strictObject({
        name: z.enum(CHECKS),
        state: z
          .enum(['good', 'warn', 'bad'])
          .describe('`bad` keeps it from being started, `warn` only without `anyway`.'),
        code: z.string(),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
);

const Share = z.number().nullable();
export const CampaignResultAnswer = answerOf<CampaignResult>()(
  'CampaignResult',
  z.strictObject({
    counts: z
      .strictObject({
        sent: Count,
        delivered: Count,
        bounced: Count,
        complained: Count,
        opened: Count,
        clicked: Count,
        machineOpened: Count,
        machineClicked: Count,
        unsubscribed: Count,
      })
      .describe('Opened and clicked: by people; what programs did stands apart.'),
    cost: z.string(),
    hours: z.array(z.strictObject({ at: Time, sent: Count, opened: Count, clicked: Count })),
    providers: z.array(z.strictObject({ id: Id, name: text, sent: Count })),
    links: z.array(z.strictObject({ url: z.string(), people: Count })),
    variants: z.array(VariantResult),
    before: z
      .strictObject({ campaigns: Count, opened: Share, clicked: Share })
      .describe('Of the ten before it: shares of what was sent.'),
  }),
);

export const CampaignRecipientsPage = named(
  'CampaignRecipients',
  pageOf(
    answerOf<CampaignRecipient>()(
      'CampaignRecipient',
      z.strictObject({
        id: Id.describe('Of the contact.'),
        name: text,
        address: text,
        outcome: z.string().describe('sent, excluded, failed, parked, uncertain or waiting.'),
        reason: text,
        variant: z.int().nullable(),
        messageId: Id.nullable(),
      }),
    ),
  ),
);
