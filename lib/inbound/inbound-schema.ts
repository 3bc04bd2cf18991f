import { z } from 'zod';
import { IN_STEPS, instant } from '@/lib/validation';
import { INBOUND_STATES, type InboundState } from './inbound-states';

const provider = z.string().min(1).max(80);

/** `GET /api/v1/inbound`. */
export const InboundFilter = z.strictObject({
  /** A name or an id. */
  provider: provider.optional(),
  state: z.enum(INBOUND_STATES).optional(),
  /** When it was stored. */
  since: instant.optional(),
  until: instant.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type InboundFilter = z.output<typeof InboundFilter>;

/** `POST /api/v1/inbound/replay`. Of one provider: it is one mapping that was mended. */
export const ReplayInput = z.strictObject({
  provider,
  /** Only those that could not be read, unless told otherwise. */
  state: z.enum(['failed', 'all']).default('failed'),
  since: instant.optional(),
  until: instant.optional(),
  dryRun: z.boolean().default(false),
  ...IN_STEPS,
});
export type ReplayInput = z.output<typeof ReplayInput>;

export type InboundView = {
  id: string;
  /** Null: it is not there any more. */
  provider: string | null;
  receivedAt: string;
  state: InboundState;
  readAt: string | null;
  /** Why it could not be read, in words for a technician. */
  error: string | null;
  sizeBytes: number;
};

/** As it came in: what proved who sent it was left out. */
export type InboundDetail = InboundView & { headers: Record<string, string>; body: string };
