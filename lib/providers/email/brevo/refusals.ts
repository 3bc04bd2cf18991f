import type { Rule } from '../../api/rules';

/** The codes of https://developers.brevo.com/docs/how-it-works#error-codes; `invalid_parameter` says the field in words. */
export const REFUSALS: Rule[] = [
  { code: 'duplicate_request', means: 'accepted' },
  { code: 'not_enough_credits', means: 'quota' },
  // https://developers.brevo.com/docs/limit-headers
  { code: 'too_many_requests', means: 'slow' },
  {
    says: /not valid in (to|cc|bcc)\b/i,
    means: 'recipient',
    source: 'https://github.com/getbrevo/brevo-node/issues/40',
  },
  { says: /\bsender\b/i, means: 'account' },
  // Kinds of files it does not take, an empty one, more than 99 recipients: all limits of Brevo's own.
  {
    says: /file format|attachment|(maximum|limit|more than) .{0,20}recipients/i,
    means: 'carry',
    source:
      'https://github.com/sendinblue/APIv3-nodejs-library/issues/144, https://github.com/n8n-io/n8n/issues/9098',
  },
  { code: 'out_of_range', means: 'carry' },
  { code: 'invalid_parameter', means: 'content' },
  { code: 'missing_parameter', means: 'content' },
  { code: 'unauthorized', means: 'account' },
  { code: 'permission_denied', means: 'account' },
  { code: 'account_under_validation', means: 'account' },
  { code: 'document_not_found', means: 'account' },
  { code: 'method_not_allowed', means: 'account' },
  { code: 'not_acceptable', means: 'content' },
];
