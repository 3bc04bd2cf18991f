import { EVENT_TYPES } from '@/lib/events/types';

/** The types that a webhook chooses among, as receivers see them. */
export const WEBHOOK_EVENTS = EVENT_TYPES.map((type) => `message.${type}` as const);
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent by the button alone, whatever was chosen. */
export const TEST_EVENT = 'webhook.test';
