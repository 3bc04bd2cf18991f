import type { Carries } from '@/lib/routing/carries';
import { megabytes } from '../megabytes';

export const MAILGUN_CARRIES: Carries = {
  maxBytes: megabytes(25),
  maxRecipients: 1000,
  // Delivered, but with headers that are not valid: anymail, below.
  unicodeLocalParts: 'never',
  sources: [
    {
      url: 'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-http',
      checked: '2026-11',
    },
    { url: 'https://anymail.dev/en/stable/esps/mailgun/', checked: '2026-11' },
  ],
};
