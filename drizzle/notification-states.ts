/** Where a notification stands: under way, or what its channels came to; `captured`: a sandbox kept it; `skipped`: nothing of it was to be sent. */
export const NOTIFICATION_STATES = [
  'waiting',
  'delivered',
  'sent',
  'captured',
  'failed',
  'skipped',
  'canceled',
] as const;
export type NotificationState = (typeof NOTIFICATION_STATES)[number];
