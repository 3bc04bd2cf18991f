import { SMTP_PRESETS } from './presets';
import type { SmtpSettings } from './settings';

/** Gmail and its like sign what their own users send, by the keys that they keep for the domain. */
export function signsHere({ dkim = 'auto', preset }: SmtpSettings): boolean {
  if (dkim !== 'auto') return dkim === 'always';
  return preset === undefined || !SMTP_PRESETS[preset]?.mailbox;
}
