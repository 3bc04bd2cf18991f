import type { Carries } from '@/lib/routing/carries';
import type { LabelField } from '@/lib/routing/labels';
import { megabytes } from '../megabytes';

/** Ten categories; custom_args of 10,000 bytes: twilio/sendgrid-oai, `tsg_mail_v3.json`. */
export const SENDGRID_LABELS = {
  tags: 10,
  pairs: 52,
  keyLength: 255,
  valueLength: 2000,
  bytes: 10_000,
} as const satisfies LabelField;

export const SENDGRID_CARRIES: Carries = {
  maxBytes: megabytes(30),
  maxRecipients: 1000,
  // `attachments.content` has at least one character there.
  noEmptyFiles: true,
  labels: SENDGRID_LABELS,
  // Taken, then dropped as invalid: sendgrid-csharp, below.
  unicodeLocalParts: 'never',
  sources: [
    { url: 'https://www.twilio.com/docs/sendgrid/api-reference/mail-send/limitations', checked: '2026-11' },
    { url: 'https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors', checked: '2026-11' },
    { url: 'https://github.com/twilio/sendgrid-oai', checked: '2026-11' },
    { url: 'https://github.com/sendgrid/sendgrid-csharp/issues/656', checked: '2026-11' },
  ],
};
