import { z } from 'zod';
import { WARM_UP_PLANS, type WarmUpPlan } from '@/lib/routing/warm-up';
import { domainName, shortText } from '@/lib/validation';

/** `POST /api/v1/warm-ups`. */
export const WarmUpInput = z.strictObject({
  /** By id or name. */
  provider: shortText(80),
  /** Of the sender; absent: of all that the provider sends. */
  domain: domainName.nullish(),
  plan: z.enum(WARM_UP_PLANS).default('slow'),
});
export type WarmUpInput = z.output<typeof WarmUpInput>;

/** `GET /api/v1/warm-ups`. */
export const WarmUpFilter = z.strictObject({ provider: shortText(80).optional() });

export const WarmUpRef = z.strictObject({ id: z.uuid() });

export type WarmUpDay = {
  date: string;
  day: number;
  allowance: number;
  sent: number;
  bounced: number;
  deferred: number;
  complained: number;
  move: string;
  reason: string;
};

export type WarmUpView = {
  id: string;
  provider: { id: string; name: string };
  domain: string | null;
  plan: WarmUpPlan;
  state: 'running' | 'finished';
  /** Of the plan, from 1. */
  day: number;
  days: number;
  /** Recipients that it allows today, and those that were sent to. */
  allowance: number;
  used: number;
  /** All days of the plan. */
  planned: number[];
  source: { url: string; checked: string | null };
  history: WarmUpDay[];
  createdAt: string;
};
