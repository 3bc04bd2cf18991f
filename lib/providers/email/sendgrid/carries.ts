import type { Carries } from '@/lib/routing/carries';
import { megabytes } from '../megabytes';

export const SENDGRID_CARRIES: Carries = {
  maxBytes: megabytes(30),
  maxRecipients: 1000,
  // "The attachment content is required": an empty string is none.
  noEmptyFiles: true,
  unicodeLocalParts: 'never',
  sources: [
    { url: 'https://www.twilio.com/docs/sendgrid/api-reference/mail-send/limitations', checked: '2026-11' },
    { url: 'https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors', checked: '2026-11' },
  ],
};
