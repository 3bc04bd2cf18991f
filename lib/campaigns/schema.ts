import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { areTooLarge } from '@/lib/templates/variables';
import { displayName, emailAddress, matching, shortText, singleLine } from '@/lib/validation';
import { CAMPAIGN_STATES } from './states';

const ids = z.array(z.uuid()).max(20, { abort: true });
const Without = z.strictObject({ lists: ids.default([]), segments: ids.default([]) });

/** Who is on one of these lists, or meant by one of these segments, but for who is on or meant by one of `without`. */
export const Audience = z.strictObject({
  lists: ids.default([]),
  segments: ids.default([]),
  without: Without.default({ lists: [], segments: [] }),
});

/** As clocks on walls show it. */
export const WALL_CLOCK = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/;

const template = shortText(120).min(1);
const subject = singleLine(200);
const preheader = singleLine(200);
const fromName = displayName(120);

export const Variant = z.strictObject({
  template: template.optional(),
  subject: subject.optional(),
  preheader: preheader.optional(),
  fromName: fromName.optional(),
});

export const METRICS = ['clicks', 'opens', 'none'] as const;
const Test = z.strictObject({
  /** Of the audience, shared by the variants. */
  percent: z.number().int().min(2).max(100),
  /** By what the best is known; `none`: each gets its part, and nobody wins. */
  metric: z.enum(METRICS),
  waitHours: z.number().int().min(1).max(72),
});

const fields = {
  title: displayName(120),
  audience: Audience,
  /** Id or key; the version that is published when it starts. */
  template,
  /** Of the template; what contacts have of their own by the same name stands before it. */
  variables: z
    .record(z.string(), z.unknown())
    .refine((given) => !areTooLarge(given), { ...flaw('too_large'), abort: true }),
  language: matching(
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/,
    flaw('looks_like', { example: 'es-PY' }),
  ).nullable(),
  subject: subject.nullable(),
  preheader: preheader.nullable(),
  fromEmail: emailAddress.nullable(),
  fromName: fromName.nullable(),
  tracking: z.strictObject({ opens: z.boolean(), clicks: z.boolean() }),
  /** Two to four, each with what differs. */
  variants: z.array(Variant).max(4, { abort: true }),
  test: Test.nullable(),
  /** Without it at once when it is started. */
  startsAt: matching(WALL_CLOCK, flaw('looks_like', { example: '2026-12-24T09:00' })).nullable(),
  /** At that hour where each of them is. */
  zoned: z.boolean(),
  spreadHours: z.number().int().min(0).max(168),
  perMinute: z.number().int().min(1).max(100_000).nullable(),
  budget: z
    .strictObject({
      amount: matching(/^\d{1,9}(\.\d{1,6})?$/, flaw('decimal')),
      /** It is paused at it; otherwise it is only said. */
      hard: z.boolean().default(true),
    })
    .nullable(),
};

/** `POST /api/v1/campaigns`. */
export const CampaignInput = z.strictObject({
  ...fields,
  variables: fields.variables.default({}),
  language: fields.language.default(null),
  subject: fields.subject.default(null),
  preheader: fields.preheader.default(null),
  fromEmail: fields.fromEmail.default(null),
  fromName: fields.fromName.default(null),
  tracking: fields.tracking.default({ opens: true, clicks: true }),
  variants: fields.variants.default([]),
  test: fields.test.default(null),
  startsAt: fields.startsAt.default(null),
  zoned: fields.zoned.default(false),
  spreadHours: fields.spreadHours.default(0),
  perMinute: fields.perMinute.default(null),
  budget: fields.budget.default(null),
  company: CompanyRef.nullish(),
});
export type CampaignInput = z.output<typeof CampaignInput>;

export const CampaignPatch = z.strictObject({ ...fields, version: z.number().int().min(1) }).partial();
export type CampaignPatch = z.output<typeof CampaignPatch>;

export const CampaignFilter = z.strictObject({
  company: CompanyRef.optional(),
  state: z.enum(CAMPAIGN_STATES).optional(),
});

/** `POST /api/v1/campaigns/{id}/test`. */
export const TestInput = z.strictObject({
  to: emailAddress,
  variant: z.number().int().min(0).max(3).default(0),
});

/** `POST /api/v1/campaigns/{id}/start`. */
export const StartInput = z.strictObject({
  /** Also with what is only a warning. */
  anyway: z.boolean().default(false),
});

const version = z.number().int().min(1).optional();

/** `POST /api/v1/campaigns/{id}/approve`; `version`: of what was looked at. */
export const ApproveInput = z.strictObject({ version });
/** `POST /api/v1/campaigns/{id}/decline`. */
export const DeclineInput = z.strictObject({ note: shortText(500).min(1), version });

export type CampaignView = {
  id: string;
  title: string;
  state: z.output<typeof CampaignFilter>['state'] & string;
  reason: string | null;
  audience: z.output<typeof Audience>;
  template: string;
  variables: Record<string, unknown>;
  language: string | null;
  subject: string | null;
  preheader: string | null;
  fromEmail: string | null;
  fromName: string | null;
  tracking: { opens: boolean; clicks: boolean };
  variants: z.output<typeof Variant>[];
  test: z.output<typeof Test> | null;
  decision: Decision | null;
  decideAt: string | null;
  startsAt: string | null;
  zoned: boolean;
  beginsAt: string | null;
  spreadHours: number;
  perMinute: number | null;
  budget: { amount: string; hard: boolean } | null;
  approvedBy: string | null;
  createdBy: string;
  startedBy: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  books: Books | null;
  resendOf: string | null;
  archived: boolean;
  archive: { url: string; feeds: string[] } | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};

/** audience = sent + excluded + failed + parked + uncertain, once nobody waits. */
export type Books = {
  audience: number;
  sent: number;
  excluded: number;
  failed: number;
  parked: number;
  uncertain: number;
  waiting: number;
  /** Why some are excluded or failed, and how many. */
  reasons: Record<string, number>;
  at: string;
};

export type VariantResult = { variant: number; delivered: number; hits: number; rate: number };
/** `winner` null: no difference can be shown, or nobody was asked for one. */
export type Decision = {
  metric: (typeof METRICS)[number];
  winner: number;
  isSignificant: boolean;
  pValue: number | null;
  results: VariantResult[];
  by: string;
  at: string;
};

export type CampaignResult = {
  counts: Record<(typeof RESULT_COUNTS)[number], number>;
  cost: string;
  /** So many were sent in each hour. */
  hours: { at: string; sent: number; opened: number; clicked: number }[];
  providers: { id: string; name: string | null; sent: number }[];
  links: { url: string; people: number }[];
  variants: VariantResult[];
  /** Of the same company before it: shares of what was delivered. */
  before: { campaigns: number; opened: number | null; clicked: number | null };
};
export const RESULT_COUNTS = [
  'sent',
  'delivered',
  'bounced',
  'complained',
  'opened',
  'clicked',
  'machineOpened',
  'machineClicked',
  'unsubscribed',
] as const;

export const DID = ['opened', 'clicked', 'not_opened', 'unsubscribed'] as const;

/** `GET /api/v1/campaigns/{id}/recipients`. */
export const RecipientFilter = z.strictObject({
  outcome: z.enum(['sent', 'excluded', 'failed', 'parked', 'uncertain', 'waiting']).optional(),
  /** What they did themselves. */
  did: z.enum(DID).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(25),
  cursor: z.uuid().optional(),
});
export type RecipientFilter = z.output<typeof RecipientFilter>;

export type CampaignRecipient = {
  /** Of the contact. */
  id: string;
  name: string | null;
  address: string | null;
  outcome: string;
  reason: string | null;
  variant: number | null;
  messageId: string | null;
};

export const DecideInput = z.strictObject({ variant: z.number().int().min(0).max(3) });
export const DuplicateInput = z.strictObject({ title: fields.title });

/** `POST /api/v1/campaigns/{id}/resend`. */
export const ResendInput = z.strictObject({ title: fields.title, subject: subject.optional() });
export type ResendInput = z.output<typeof ResendInput>;

/** `POST /api/v1/campaigns/{id}/recipients/list`. */
export const ListOfInput = z.strictObject({ did: z.enum(DID), title: displayName(120) });
export type ListOfInput = z.output<typeof ListOfInput>;
