import { z } from 'zod';
import type { Refused } from '@/lib/ai/ask/answer';
import { AI_USES, type AiUse } from '@/lib/ai/ask/uses';
import type { AI_FAULTS, AiFault } from '@/lib/ai/call/faults';
import { AI_KINDS, type AiKindName, kindOf } from '@/lib/ai/call/kinds';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { displayName, matching, shortText, singleLine } from '@/lib/validation';

const money = matching(/^\d{1,9}(\.\d{1,6})?$/, flaw('decimal'));
const webAddress = shortText(500).check(z.url({ protocol: /^https?$/ }));
const price = z.strictObject({ input: money, output: money }).nullable();
const ownModel = z.strictObject({ model: singleLine(120), price: price.optional() });
const count = (max: number) => z.number().int().min(1).max(max);

const fields = {
  name: displayName(80),
  kind: z.enum(AI_KINDS),
  /** Null: where the service is known to be. */
  endpoint: webAddress.nullable(),
  /** At Azure the name of the deployment. */
  model: singleLine(120),
  organization: singleLine(120).nullable(),
  project: singleLine(120).nullable(),
  timeoutSeconds: z.number().int().min(5).max(120),
  /** 0–100, higher first. */
  priority: z.number().int().min(0).max(100),
  /** In US dollars for a million tokens; null: unknown. */
  price,
  /** For uses that want another model than the rest; null: the same. A price that is left out is as its kind has it. */
  modelFor: z.partialRecord(z.enum(AI_USES), ownModel.nullable()),
  limits: z.strictObject({ minute: count(10_000).optional(), day: count(1_000_000).optional() }),
  /** In US dollars. `hard`: used up, it is asked no more; else it comes after the others. */
  budget: z.strictObject({ monthly: money, hard: z.boolean() }).nullable(),
  /** Name or id of the one that stands in for it first. */
  fallback: z.string().min(1).max(80).nullable(),
  active: z.boolean(),
};
/** Write-only. */
const apiKey = singleLine(10_000);

/** `POST /api/v1/ai-providers`. What is absent is as its kind has it. */
export const AiProviderInput = z
  .strictObject({
    ...fields,
    endpoint: fields.endpoint.default(null),
    model: fields.model.optional(),
    organization: fields.organization.default(null),
    project: fields.project.default(null),
    timeoutSeconds: fields.timeoutSeconds.default(30),
    priority: fields.priority.default(50),
    price: fields.price.optional(),
    modelFor: fields.modelFor.default({}),
    limits: fields.limits.default({}),
    budget: fields.budget.default(null),
    fallback: fields.fallback.default(null),
    active: fields.active.default(true),
    apiKey: apiKey.optional(),
    /** Id, key or name; null: for all companies. */
    company: CompanyRef.nullish(),
  })
  .refine(({ kind, endpoint }) => endpoint || kindOf(kind)?.endpoint, {
    path: ['endpoint'],
    ...flaw('required'),
  })
  .refine(({ kind, model }) => model || kindOf(kind)?.known.length > 0, {
    path: ['model'],
    ...flaw('required'),
  })
  .refine(({ kind, apiKey }) => apiKey || kindOf(kind)?.keyOptional, {
    path: ['apiKey'],
    ...flaw('required'),
  });
export type AiProviderInput = z.output<typeof AiProviderInput>;

/** `PATCH`: the kind stays. A key stays with its server: another address needs it again. */
export const AiProviderPatch = z
  .strictObject({ ...fields, apiKey, version: z.number().int().min(1) })
  .omit({ kind: true })
  .partial();
export type AiProviderPatch = z.output<typeof AiProviderPatch>;

/** `POST …/keys`. */
export const AiKeyInput = z.strictObject({
  label: displayName(80),
  apiKey,
  /** It is used from now on. */
  active: z.boolean().default(false),
});
export type AiKeyInput = z.output<typeof AiKeyInput>;

export type AiKeyView = { id: string; label: string; last4: string; active: boolean; createdAt: string };

export const AI_STATES = ['ready', 'paused', 'no_key', 'resting', 'stopped', 'budget_used'] as const;

type AiPrice = { input: string; output: string } | null;

export type AiProviderView = {
  id: string;
  name: string;
  kind: AiKindName;
  label: string;
  endpoint: string;
  model: string;
  organization: string | null;
  project: string | null;
  timeoutSeconds: number;
  priority: number;
  price: AiPrice;
  modelFor: Partial<Record<AiUse, { model: string; price: AiPrice }>>;
  limits: { minute?: number; day?: number };
  budget: { monthly: string; hard: boolean } | null;
  fallback: string | null;
  active: boolean;
  secrets: { apiKey?: { set: true; last4: string; updatedAt: string } };
  /** `resting`: asked again by itself at `until`. `stopped`: a person must act first. */
  state: (typeof AI_STATES)[number];
  until: string | null;
  /** What went wrong last, where the last call did. */
  failure: { fault: AiFault; at: string; reply: string | null } | null;
  lastTest: { ok: boolean; at: string } | null;
  /** Since the month began (UTC); the cost without calls of unknown price. */
  month: { calls: number; failed: number; tokens: number; cost: string };
  company?: string;
  version: number;
  createdAt: string;
  updatedAt: string;
};

export const AI_TEST_STEPS = ['key', 'model', 'answer'] as const;

export type AiTest = {
  ok: boolean;
  steps: { name: (typeof AI_TEST_STEPS)[number]; ok: boolean; ms: number }[];
  /** What the key may ask; empty where the service does not tell. */
  models: string[];
  fault?: (typeof AI_FAULTS)[number];
  /** It was not asked: our own limits and budgets hold for a test, too. */
  refused?: Refused;
  /** In the words of the service. */
  reply?: string;
  cost: string | null;
};
