export const STATUSES = [
  'scheduled',
  'queued',
  'sending',
  'retrying',
  'sent',
  'delivered',
  'captured',
  'parked',
  'uncertain',
  'bounced',
  'failed',
  'suppressed',
  'canceled',
] as const;
export type Status = (typeof STATUSES)[number];

/** Nobody is sending it and nothing is final yet; of an uncertain one a person says: leave it at that. */
export const CANCELABLE: readonly Status[] = ['scheduled', 'queued', 'retrying', 'parked', 'uncertain'];
/** Came to rest without success, in a sandbox, or waits for its next try. */
export const RESENDABLE: readonly Status[] = [
  'parked',
  'failed',
  'bounced',
  'suppressed',
  'uncertain',
  'canceled',
  'retrying',
  'captured',
];
