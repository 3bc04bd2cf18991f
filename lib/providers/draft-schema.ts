import { z } from 'zod';
import { flaw } from '@/lib/flaws';

const SETTINGS_MAX = 20_000;

/** Blank while nothing is typed. */
const typedNumber = z.union([z.number(), z.literal('')]);

const typedDomains = z.array(z.string().max(253)).max(200).optional();

/** What was typed so far, right or wrong. There is no place for secrets here: they never reach a draft. */
export const DraftValues = z.strictObject({
  name: z.string().max(200),
  settings: z
    .record(z.string(), z.unknown())
    .refine((value) => JSON.stringify(value).length <= SETTINGS_MAX, flaw('too_large')),
  fromEmail: z.string().max(400),
  fromName: z.string().max(400),
  priority: typedNumber,
  costPerMessage: z.string().max(40),
  monthlyFee: z.string().max(40),
  categories: z.array(z.string().max(40)).max(10),
  fallback: z.string().max(80),
  company: z.string().max(80).optional(),
  // Drafts of before these fields are still read.
  limits: z.record(z.string().max(10), typedNumber).optional(),
  budget: z.strictObject({ monthly: z.string().max(40), hard: z.boolean() }).nullish(),
  weight: typedNumber.optional(),
  timeZone: z.string().max(80).optional(),
  senderDomains: z.array(z.string().max(253)).max(100).optional(),
  recipientDomains: z
    .strictObject({ prefer: typedDomains, only: typedDomains, never: typedDomains })
    .optional(),
});
export type DraftValues = z.infer<typeof DraftValues>;

export const DRAFT_STEPS = ['choose', 'basics', 'advanced', 'test', 'finish'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** How far somebody is in adding a provider. */
export const ProviderDraft = z.strictObject({
  step: z.enum(DRAFT_STEPS),
  /** `kind.preset`; null before the choice. */
  choice: z.string().max(80).nullable(),
  values: DraftValues.nullable(),
  /** The provider as saved so far: it exists, but takes no messages before the last step. */
  providerId: z.uuid().nullable(),
  /** The provider for which this one is to step in. */
  backupFor: z.strictObject({ id: z.uuid(), name: z.string().max(80) }).nullable(),
  /** How many of this person's drafts were finished or thrown away before it: what an older window still saves is refused. */
  round: z.int().nonnegative().default(0),
});
export type ProviderDraft = z.infer<typeof ProviderDraft>;
