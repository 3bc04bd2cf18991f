import type { Rule } from '../../api/rules';

/**
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors: SendGrid has no codes, the field of each error stands before its
 * words. What is not here means what its status means.
 */
export const REFUSALS: Rule[] = [
  {
    status: 401,
    says: /credits exceeded/i,
    means: 'quota',
    source: 'https://support.sendgrid.com/hc/en-us/articles/18322114821403',
  },
  {
    status: 403,
    says: /exceeded your messaging limits/i,
    means: 'quota',
    source: 'https://github.com/sendgrid/sendgrid-php/issues/931',
  },
  { status: 400, says: /(^|; )from\b/, means: 'account' },
  // "There is a limit of 1000 total recipients (to + cc + bcc) per request."; each address in one field only.
  {
    status: 400,
    says: /limit of \d+ total recipients|should be unique between|included once/i,
    means: 'carry',
  },
  { status: 400, says: /(^|; )attachments?\b|(message|email) .{0,30}(too large|30 ?mb)/i, means: 'carry' },
  { status: 400, says: /(^|; )personalizations\.\d+\.(to|cc|bcc)(\.\d+)?(\.email)?:/, means: 'recipient' },
];
