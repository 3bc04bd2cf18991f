import type { Carries } from '@/lib/routing/carries';
import type { LabelField } from '@/lib/routing/labels';
import { megabytes } from '../megabytes';

/** Ten tags in the help centre and in mailgun-ruby (`MAX_TAGS`); the user manual still says three. Lengths of `v:` have no documented bound. */
export const MAILGUN_LABELS = {
  tags: 10,
  pairs: 52,
  keyLength: 255,
  valueLength: 2000,
  bytes: 7000,
} as const satisfies LabelField;

export const MAILGUN_CARRIES: Carries = {
  raw: true,
  maxBytes: megabytes(25),
  maxRecipients: 1000,
  labels: MAILGUN_LABELS,
  // Delivered, but with headers that are not valid: anymail, below.
  unicodeLocalParts: 'never',
  sources: [
    {
      url: 'https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages/send-http',
      checked: '2026-11',
    },
    // 16 KB of options.
    {
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages/post-v3--domain-name--messages-mime',
      checked: '2026-11',
    },
    // 1,000 recipients.
    { url: 'https://www.rubydoc.info/gems/mailgun-ruby/Mailgun/Chains', checked: '2026-11' },
    { url: 'https://help.mailgun.com/hc/en-us/articles/34389096824219-Tags', checked: '2026-11' },
    { url: 'https://anymail.dev/en/stable/esps/mailgun/', checked: '2026-11' },
  ],
};
