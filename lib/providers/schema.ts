import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { CATEGORIES } from '@/lib/routing/categories';
import { isTimeZone } from '@/lib/settings/known-names';
import { ProviderLimits } from '@/lib/settings/limits-schema';
import { ProviderOverrides } from '@/lib/settings/overrides-schema';
import { displayName, emailAddress, matching, shortText, uniqueList } from '@/lib/validation';
import type { ProviderHealth } from './health/health-schema';
import { KeyRotationSetting } from './keys/rotation-setting';
import { RecipientDomains } from './recipient-domains';

const DECIMAL = /^\d{1,9}(\.\d{1,6})?$/;
const money = matching(DECIMAL, flaw('decimal'));

const fields = {
  name: displayName(80).describe('Shown in the panel and used in the API and on the command line.'),
  kind: shortText(40).describe('One of those of /provider-kinds.'),
  settings: z.record(z.string(), z.unknown()),
  /** Write-only: string replaces, null clears, absent keeps. */
  secrets: z.record(z.string(), z.string().max(10_000).nullable()).optional(),
  fromEmail: emailAddress.nullish(),
  fromName: displayName(120).nullish(),
  priority: z.number().int().min(0).max(100),
  weight: z.number().int().min(0).max(1000),
  costPerMessage: money,
  monthlyFee: money,
  limits: ProviderLimits,
  /** Breaker, retries and pace of its own; replaced as a whole. */
  overrides: ProviderOverrides,
  budget: z.strictObject({ monthly: money, hard: z.boolean() }).nullable(),
  categories: uniqueList(z.enum(CATEGORIES), 20).min(1),
  /** Name or id of the provider that takes over first. */
  fallback: z.string().min(1).max(80).nullish(),
  active: z.boolean(),
  /** Where its days and months begin; null: UTC. */
  timeZone: z.string().refine(isTimeZone, flaw('time_zone')).nullish(),
  /** It may send for these only, null: for any. By full name; what else its channel takes, such as a phone number, is for that to say. */
  senderDomains: uniqueList(shortText(1000), 100).nullish(),
  recipientDomains: RecipientDomains.nullish(),
  /** Null: its key is never old. */
  keyRotation: KeyRotationSetting.nullish(),
  /** Whose it is: id, key or name; null: shared by all. */
  company: CompanyRef.nullish(),
};

export const ProviderInput = z.strictObject({
  ...fields,
  /** Absent: a place of its own, after those that are there. */
  priority: fields.priority.optional(),
  weight: fields.weight.default(1),
  costPerMessage: money.default('0'),
  monthlyFee: money.default('0'),
  limits: ProviderLimits.default({}),
  overrides: ProviderOverrides.default({}),
  budget: fields.budget.default(null),
  categories: fields.categories.default([...CATEGORIES]),
  active: z.boolean().default(true),
});
export type ProviderInput = z.input<typeof ProviderInput>;

/** `POST /api/v1/providers/reorder`: names or ids, the first to be called in front. */
export const ReorderInput = z.strictObject({ providers: uniqueList(z.string().min(1).max(80), 100).min(1) });
export type ReorderInput = z.output<typeof ReorderInput>;

/** Every field but the kind, each optional. */
export const ProviderPatch = z
  .strictObject({
    ...fields,
    kind: fields.kind.optional(),
    /** What was read: refused with 409 if somebody saved meanwhile. Without it the last one wins. */
    version: z.int().nonnegative(),
  })
  .partial();
export type ProviderPatch = z.infer<typeof ProviderPatch>;

export const ProviderTestInput = z.strictObject({
  /** Also send a real message to this address, in the form of the provider's channel. */
  to: shortText(1000).optional(),
});
export type ProviderTestInput = z.infer<typeof ProviderTestInput>;

export type SecretView = { set: true; last4: string; updatedAt: string };

export type TestView = {
  ok: boolean;
  steps: { name: string; ok: boolean; ms: number; detail: string }[];
  cause?: string;
  /** Plain words in the reader's language: what is wrong, who must act, the fix. */
  summary: string;
  transcript?: string;
  at: string;
};

/** A provider as the API and the panel see it; secrets are never in it. */
export type ProviderView = {
  id: string;
  name: string;
  kind: string;
  channel: string;
  settings: Record<string, unknown>;
  secrets: Record<string, SecretView>;
  fromEmail: string | null;
  fromName: string | null;
  priority: number;
  weight: number;
  costPerMessage: string;
  monthlyFee: string;
  limits: ProviderLimits;
  overrides: ProviderOverrides;
  budget: { monthly: string; hard: boolean } | null;
  categories: string[];
  fallback: string | null;
  active: boolean;
  timeZone: string | null;
  senderDomains: string[] | null;
  recipientDomains: RecipientDomains | null;
  keyRotation: KeyRotationSetting | null;
  lastTest: { ok: boolean; cause: string | null; at: string } | null;
  health: ProviderHealth;
  /** The key of the company whose it is; absent: shared by all. */
  company?: string;
  /** Grows with every change. */
  version: number;
  createdAt: string;
  updatedAt: string;
};
