import type { Carries } from '@/lib/routing/carries';
import type { LabelField } from '@/lib/routing/labels';
import { SES_REFUSES } from '../file-types';
import { megabytes } from '../megabytes';

/** "ASCII letters, numbers, underscores, or dashes", at most 256: API_MessageTag, below. That there may be 50 is from memory. */
export const SES_LABELS = {
  pairs: 50,
  keyLength: 256,
  valueLength: 256,
  letters: 'word',
} as const satisfies LabelField;

export const SES_CARRIES: Carries = {
  raw: true,
  maxBytes: megabytes(40),
  maxRecipients: 50,
  refusedTypes: SES_REFUSES,
  labels: SES_LABELS,
  // "Amazon SES does not support sending from or to Unicode mailboxes": anymail, below.
  unicodeLocalParts: 'never',
  sources: [
    // 40 MB after base64, 50 recipients.
    { url: 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html', checked: '2026-11' },
    { url: 'https://docs.aws.amazon.com/ses/latest/dg/mime-types.html', checked: '2026-11' },
    {
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html',
      checked: '2026-11',
    },
    { url: 'https://anymail.dev/en/stable/esps/amazon_ses/', checked: '2026-11' },
  ],
};
