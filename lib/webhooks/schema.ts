import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { displayName, httpUrl, IN_STEPS, instant } from '@/lib/validation';
import { WEBHOOK_EVENTS, type WebhookEvent } from './event-types';

/** How long one secret goes on signing beside the one that replaced it. */
export const MAX_GRACE_HOURS = 168;
const DEFAULT_GRACE_HOURS = 24;

const events = z
  .array(z.enum(WEBHOOK_EVENTS))
  .min(1)
  .max(WEBHOOK_EVENTS.length, { abort: true })
  .overwrite((list) => [...new Set(list)]);

/** `POST /api/v1/webhooks`. `events`: null for all, also those to come. */
export const WebhookInput = z.strictObject({
  name: displayName(80),
  url: httpUrl,
  events: events.nullish(),
  company: CompanyRef.nullish(),
  active: z.boolean().default(true),
});
export type WebhookInput = z.output<typeof WebhookInput>;

/** `PATCH /api/v1/webhooks/{id}`: what is left out stays. */
export const WebhookPatch = z.strictObject({
  name: displayName(80).optional(),
  url: httpUrl.optional(),
  events: events.nullish(),
  active: z.boolean().optional(),
  version: z.number().int().positive().optional(),
});
export type WebhookPatch = z.output<typeof WebhookPatch>;

export const WebhookRef = z.strictObject({ id: z.uuid() });

/** `POST /api/v1/webhooks/{id}/rotate`. */
export const RotateSecretInput = z.strictObject({
  graceHours: z.number().int().min(0).max(MAX_GRACE_HOURS).default(DEFAULT_GRACE_HOURS),
});

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;

/** `GET /api/v1/webhooks/{id}/deliveries`. */
export const DeliveryFilter = z.strictObject({
  state: z.enum(DELIVERY_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type DeliveryFilter = z.output<typeof DeliveryFilter>;

/** `POST /api/v1/webhooks/{id}/replay`: one delivery, or what happened in a span; never all by an oversight. */
export const ReplayInput = z
  .strictObject({
    delivery: z.uuid().optional(),
    since: instant.optional(),
    until: instant.optional(),
    /** Only what it did not take. */
    failed: z.boolean().default(false),
    dryRun: z.boolean().default(false),
    ...IN_STEPS,
  })
  .refine(({ delivery, since }) => delivery || since, { path: ['since'], ...flaw('required') })
  .refine(({ since, until }) => !since || !until || since < until, { path: ['since'], ...flaw('range') });
export type ReplayInput = z.output<typeof ReplayInput>;

export type WebhookState = 'on' | 'failing' | 'off' | 'stopped';

export type WebhookView = {
  id: string;
  name: string;
  url: string;
  events: WebhookEvent[] | null;
  active: boolean;
  /** `failing`: nothing but failures since `failingSince`; `stopped`: switched off by itself, for `stoppedBecause`. */
  state: WebhookState;
  stoppedBecause: 'failing' | 'gone' | null;
  failingSince: string | null;
  pausedUntil: string | null;
  lastAt: string | null;
  lastOk: boolean | null;
  waiting: number;
  secrets: { last4: string; createdAt: string; validUntil: string | null }[];
  version: number;
  createdAt: string;
  company?: string;
};

export type TryView = { at: string; ms: number; status: number | null; cause: string | null };

export type DeliveryView = {
  id: string;
  event: string;
  messageId: string | null;
  state: (typeof DELIVERY_STATES)[number];
  createdAt: string;
  /** When it is tried next. */
  nextAt: string | null;
  doneAt: string | null;
  tries: TryView[];
  /** The body, as it is sent. */
  request: string;
  /** The beginning of the last answer. */
  reply: string | null;
};

export type WebhookTestResult = { ok: boolean; status: number | null; cause: string | null; ms: number };
