import type { Carries } from '@/lib/routing/carries';
import type { LabelField } from '@/lib/routing/labels';
import { POSTMARK_REFUSES } from '../file-types';
import { megabytes } from '../megabytes';

/** One tag, and keys that differ in case alone are refused: both in the page on metadata, below. */
export const POSTMARK_LABELS = {
  tags: 1,
  pairs: 10,
  keyLength: 20,
  valueLength: 80,
  ignoresCase: true,
} as const satisfies LabelField;

export const POSTMARK_CARRIES: Carries = {
  maxBytes: megabytes(10),
  maxBodyBytes: megabytes(5),
  maxRecipients: 50,
  refusedTypes: POSTMARK_REFUSES,
  labels: POSTMARK_LABELS,
  // An API error, as https://anymail.dev/en/stable/esps/postmark/ found.
  unicodeLocalParts: 'never',
  // The page on its expressions, below: it is in none of them.
  noQuestionMarks: true,
  sources: [
    {
      url: 'https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits',
      checked: '2026-11',
    },
    { url: 'https://postmarkapp.com/support/article/what-regex-does-postmark-use', checked: '2026-11' },
    // 50 recipients.
    { url: 'https://postmarkapp.com/developer', checked: '2026-11' },
    { url: 'https://postmarkapp.com/support/article/1125-custom-metadata-faq', checked: '2026-11' },
    // "Field names are limited to 20 characters and field values are limited to 80 characters in length", ten of them.
    { url: 'https://github.com/dittofeed/dittofeed/pull/1759', checked: '2026-11' },
    // Types of files.
    { url: 'https://postmarkapp.com/developer/user-guide/send-email-with-api', checked: 'from memory' },
    { url: 'https://anymail.dev/en/stable/esps/postmark/', checked: '2026-11' },
  ],
};
