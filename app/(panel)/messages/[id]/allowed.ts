import type { Status } from '@/lib/messages/schema';

/** As the verbs decide (`lib/messages/cancel.ts`, `resend.ts`); here only to tell the reason before anyone presses. */
const CANCELABLE: readonly Status[] = ['scheduled', 'queued', 'retrying', 'parked'];
const RESENDABLE: readonly Status[] = ['parked', 'failed', 'bounced', 'uncertain', 'canceled', 'retrying'];

export function isCancelable(status: Status): boolean {
  return CANCELABLE.includes(status);
}

export function isResendable(status: Status): boolean {
  return RESENDABLE.includes(status);
}
