import type { Carries } from '@/lib/routing/carries';
import { SES_REFUSES } from '../file-types';
import { megabytes } from '../megabytes';

export const SES_CARRIES: Carries = {
  maxBytes: megabytes(40),
  maxRecipients: 50,
  refusedTypes: SES_REFUSES,
  // "Amazon SES does not support the SMTPUTF8 extension": the local part must be 7-bit ASCII.
  unicodeLocalParts: 'never',
  sources: [
    { url: 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html', checked: '2026-11' },
    { url: 'https://docs.aws.amazon.com/ses/latest/dg/mime-types.html', checked: '2026-11' },
    {
      url: 'https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Destination.html',
      checked: '2026-11',
    },
  ],
};
