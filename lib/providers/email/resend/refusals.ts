import type { Rule } from '../../api/rules';

/** https://resend.com/docs/api-reference/errors; what is not here means what its status means. */
export const REFUSALS: Rule[] = [
  // A key that is not there any more, with 400 or 401; once 403 `invalid_api_key`.
  { code: 'validation_error', says: /API key is invalid/i, means: 'account' },
  { code: 'validation_error', says: /`from`|not verified|testing emails/i, means: 'account' },
  // 50 recipients, 40 MB, kinds of files: https://resend.com/docs/knowledge-base/what-attachment-types-are-not-supported
  {
    code: 'validation_error',
    says: /at most|maximum|no more than|attachments?\b|too (large|big|many)/i,
    means: 'carry',
  },
  { code: 'validation_error', says: /`(to|cc|bcc)`/i, means: 'recipient' },
  { code: 'validation_error', means: 'content' },
  { code: 'invalid_attachment', means: 'carry' },
  { code: 'invalid_from_address', means: 'account' },
  { code: 'invalid_to_address', means: 'recipient' },
  // https://resend.com/docs/api-reference/rate-limit
  { code: 'rate_limit_exceeded', means: 'slow' },
  { code: 'daily_quota_exceeded', means: 'quota' },
  { code: 'monthly_quota_exceeded', means: 'quota' },
  // A first try of the same message is under way, or went out before the sender was changed.
  { code: 'concurrent_idempotent_requests', means: 'unknown' },
  { code: 'invalid_idempotent_request', means: 'unknown' },
  // Of a sender's name that it does not take in any form, seen by https://github.com/anymail/django-anymail (backends/resend.py): another provider may.
  { code: 'security_error', says: /invalid characters/i, means: 'carry' },
  { code: 'security_error', means: 'content' },
];
