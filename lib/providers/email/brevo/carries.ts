import type { Carries } from '@/lib/routing/carries';
import { BREVO_TAKES } from '../file-types';
import { megabytes } from '../megabytes';

export const BREVO_CARRIES: Carries = {
  maxBytes: megabytes(20),
  maxRecipients: 99,
  maxReplyTo: 1,
  takenTypes: BREVO_TAKES,
  typesByName: true,
  // Confirmed by Brevo's support, as anymail writes below.
  noInlineImages: true,
  noEmptyFiles: true,
  // Sent, but such an address in cc takes the whole header with it, and one in the sender may never arrive: anymail, below.
  unicodeLocalParts: 'never',
  sources: [
    { url: 'https://help.brevo.com/hc/en-us/articles/4402811730962', checked: '2026-11' },
    { url: 'https://developers.brevo.com/reference/sendtransacemail', checked: '2026-11' },
    { url: 'https://anymail.dev/en/stable/esps/brevo/', checked: '2026-11' },
  ],
};
