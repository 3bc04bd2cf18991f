import type { Carries } from '@/lib/routing/carries';
import type { LabelField } from '@/lib/routing/labels';
import { BREVO_TAKES } from '../file-types';
import { megabytes } from '../megabytes';

/**
 * `tags` has no documented bound: 20 are all that a message may have. Metadata is one header, `X-Mailin-custom`, which recipients can see: it
 * cannot be folded (RFC 5322, 2.1.1: 998), and octets beyond ASCII would go out raw (anymail, below).
 */
export const BREVO_LABELS = {
  tags: 20,
  pairs: 52,
  keyLength: 400,
  valueLength: 800,
  bytes: 950,
  letters: 'ascii',
} as const satisfies LabelField;

export const BREVO_CARRIES: Carries = {
  maxBytes: megabytes(20),
  maxRecipients: 99,
  maxReplyTo: 1,
  takenTypes: BREVO_TAKES,
  typesByName: true,
  // Confirmed by Brevo's support, as anymail writes below.
  noInlineImages: true,
  // From memory, not read: content is wanted, and an empty text is none.
  noEmptyFiles: true,
  maxNameLength: 70,
  // "Brevo decodes that value and sends it as 8-bit anyway": anymail/backends/brevo.py
  asciiHeaders: true,
  // Its template language is at work in any HTML and subject: https://github.com/sendinblue/APIv3-csharp-library/issues/55. In HTML braces can be
  // written otherwise (`placeholders.ts`), text has no way for that.
  fillsIn: true,
  labels: BREVO_LABELS,
  // Sent, but such an address in cc takes the whole header with it, and one in the sender may never arrive: anymail, below.
  unicodeLocalParts: 'never',
  sources: [
    // 20 MB; 99 recipients and 4 MB a file are said of templates with files there.
    { url: 'https://help.brevo.com/hc/en-us/articles/4402811730962', checked: '2026-11' },
    // Types of files, 99 recipients in a version, X-Mailin-custom; names of 70 characters in its own client, getbrevo/brevo-node.
    { url: 'https://developers.brevo.com/reference/sendtransacemail', checked: '2026-11' },
    { url: 'https://anymail.dev/en/stable/esps/brevo/', checked: '2026-11' },
  ],
};
