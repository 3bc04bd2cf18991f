import type { Rule } from '../../api/rules';

/**
 * https://documentation.mailgun.com/docs/mailgun/quickstart-guide/responses and the API reference of /messages; the words as users report
 * them, since Mailgun has no codes. What is not here means what its status means.
 */
export const REFUSALS: Rule[] = [
  // What Mailgun answers, with 200, on a path that it does not know.
  { status: 200, says: /Magnificent/, means: 'account' },
  {
    status: 400,
    says: /^'?(to|cc|bcc)'? parameter is not a valid/i,
    means: 'recipient',
    source: 'https://github.com/mailgun/mailgun-js-boland/issues/199',
  },
  {
    status: 400,
    says: /too many recipients|only \d+ recipients per request/i,
    means: 'carry',
    source: 'https://github.com/mailgun/mailgun-php/issues/787',
  },
  {
    status: 400,
    // 25 MB in all, 16 kB for headers and variables together.
    says: /(message|attachment)s? (is |are )?too (big|large)|limited to \d+ ?[km]b|exceeds .{0,20}(size|limit)/i,
    means: 'carry',
    source: 'https://github.com/mailgun/mailgun-php/issues/768',
  },
  {
    status: 403,
    says: /try again (after|at)|limit exceeded|limit reached/i,
    means: 'quota',
  },
  // "recipient limit exceeded, try again after Mon, 25 Aug 2025 07:00:31 UTC", of new accounts.
  { status: 420, means: 'quota', source: 'https://github.com/mailgun/mailgun-java/issues/50' },
  {
    status: 400,
    says: /^'?from'? parameter|not allowed to send|test purposes|disabled|unverified|activate your/i,
    means: 'account',
  },
];
