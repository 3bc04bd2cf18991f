import type { Rule } from '../../api/rules';

/** https://postmarkapp.com/developer/api/overview#error-codes; 300 is many things, which only its words tell apart. */
export const REFUSALS: Rule[] = [
  // 10 MB with attachments, in base64; 5 MB of text and of HTML.
  {
    status: 413,
    means: 'carry',
    source: 'https://postmarkapp.com/support/article/1056-what-are-the-attachment-and-email-size-limits',
  },
  { code: 10, means: 'account' },
  { code: 100, means: 'later' },
  {
    code: 300,
    says: /(invalid|parsing) '(to|cc|bcc)'/i,
    means: 'recipient',
    source: 'https://github.com/anymail/django-anymail/pull/239',
  },
  {
    code: 300,
    says: /attachment|extension|file type|exceeds|size|recipients allowed|maximum of \d+ recipients/i,
    means: 'carry',
    source: 'https://postmarkapp.com/support/article/1180-what-does-errorcode-300-mean',
  },
  { code: 300, says: /'from'|message ?stream/i, means: 'account' },
  { code: 300, means: 'content' },
  // The sender is not known, not confirmed.
  { code: 400, means: 'account' },
  { code: 401, means: 'account' },
  { code: 405, says: /credits/i, means: 'quota' },
  { code: 405, means: 'account' },
  { code: 406, means: 'recipient' },
  { code: 411, means: 'carry' },
  // The account waits for approval, may not send.
  { code: 412, means: 'account' },
  { code: 413, means: 'account' },
  { code: 429, means: 'slow' },
  { status: 422, says: /message ?stream|stream provided|through this stream/i, means: 'account' },
];
