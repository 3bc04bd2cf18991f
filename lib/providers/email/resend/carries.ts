import type { Carries } from '@/lib/routing/carries';
import type { LabelField } from '@/lib/routing/labels';
import { RESEND_REFUSES } from '../file-types';
import { megabytes } from '../megabytes';

/** "It can only contain ASCII letters, numbers, underscores, or dashes", at most 256: resend/resend-openapi, `Tag`. 75 of them: https://github.com/namuh-eng/opensend/issues/243, after its documents. */
export const RESEND_LABELS = {
  pairs: 71,
  keyLength: 256,
  valueLength: 256,
  letters: 'word',
} as const satisfies LabelField;

export const RESEND_CARRIES: Carries = {
  maxBytes: megabytes(40),
  maxRecipients: 50,
  refusedTypes: RESEND_REFUSES,
  // "Silently drops messages with attachments whose filename extensions are inconsistent with their content types": anymail, below.
  typesByName: true,
  // From memory, not read: the error `invalid_attachment`, it must have either a content or a path.
  noEmptyFiles: true,
  // "Must be less than 128 characters": below.
  maxContentIdLength: 127,
  labels: RESEND_LABELS,
  // "Trying to use one will cause an API error": anymail, below.
  unicodeLocalParts: 'never',
  sources: [
    // 50 recipients in `to`, 40 MB after base64.
    { url: 'https://resend.com/docs/api-reference/emails/send-email', checked: '2026-11' },
    { url: 'https://resend.com/docs/dashboard/emails/embed-inline-images', checked: '2026-11' },
    {
      url: 'https://resend.com/docs/knowledge-base/what-attachment-types-are-not-supported',
      checked: '2026-11',
    },
    { url: 'https://resend.com/docs/api-reference/errors', checked: 'from memory' },
    { url: 'https://anymail.dev/en/stable/esps/resend/', checked: '2026-11' },
  ],
};
