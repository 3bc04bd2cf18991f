import { EVENT_TYPES } from '@/lib/events/types';

/** What is told of alerts, besides of messages. */
export const ALERT_EVENTS = ['alert.fired', 'alert.resolved'] as const;

/** What somebody wrote of their own accord, to whom nobody had written. */
export const RECEIVED_EVENT = 'message.received';

/** The types that a webhook chooses among, as receivers see them. */
export const WEBHOOK_EVENTS = [
  ...EVENT_TYPES.map((type) => `message.${type}` as const),
  RECEIVED_EVENT,
  ...ALERT_EVENTS,
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Sent by the button alone, whatever was chosen. */
export const TEST_EVENT = 'webhook.test';
