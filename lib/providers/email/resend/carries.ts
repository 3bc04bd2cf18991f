import type { Carries } from '@/lib/routing/carries';
import { SES_REFUSES } from '../file-types';
import { megabytes } from '../megabytes';

export const RESEND_CARRIES: Carries = {
  maxBytes: megabytes(40),
  maxRecipients: 50,
  refusedTypes: SES_REFUSES,
  // "Silently drops messages with attachments whose filename extensions are inconsistent with their content types": anymail, below.
  typesByName: true,
  // The error `invalid_attachment`: it must have either a content or a path.
  noEmptyFiles: true,
  unicodeLocalParts: 'never',
  sources: [
    { url: 'https://resend.com/docs/dashboard/emails/attachments', checked: '2026-11' },
    { url: 'https://resend.com/docs/api-reference/errors', checked: '2026-11' },
    { url: 'https://anymail.dev/en/stable/esps/resend/', checked: '2026-11' },
  ],
};
