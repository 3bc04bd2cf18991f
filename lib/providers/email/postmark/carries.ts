import type { Carries } from '@/lib/routing/carries';
import { POSTMARK_REFUSES } from '../file-types';
import { megabytes } from '../megabytes';

export const POSTMARK_CARRIES: Carries = {
  maxBytes: megabytes(10),
  maxRecipients: 50,
  refusedTypes: POSTMARK_REFUSES,
  // An API error, as https://anymail.dev/en/stable/esps/postmark/ found.
  unicodeLocalParts: 'never',
  sources: [
    {
      url: 'https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits',
      checked: '2026-11',
    },
    { url: 'https://postmarkapp.com/developer/user-guide/send-email-with-api', checked: '2026-11' },
  ],
};
