import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { EVENT_TYPES } from '@/lib/events/types';
import { instant } from '@/lib/validation';
import type { EventView } from './view-schema';

/** `GET /api/v1/events`. */
export const EventFilter = z.strictObject({
  message: z.uuid().optional(),
  /** A whole address, in the form of its channel. */
  recipient: z.string().min(1).max(254).optional(),
  type: z.enum(EVENT_TYPES).optional(),
  /** A name or an id. */
  provider: z.string().min(1).max(80).optional(),
  /** Id, key or name. */
  company: CompanyRef.optional(),
  /** When it happened, as its id tells: what a provider told late has an early one. */
  since: instant.optional(),
  until: instant.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type EventFilter = z.output<typeof EventFilter>;

export type EventRow = EventView & { messageId: string };
