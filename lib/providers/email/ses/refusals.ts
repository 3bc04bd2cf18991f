import type { Rule } from '../../api/rules';

/**
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors, CommonErrors beside it, and
 * https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html for the words.
 */
export const REFUSALS: Rule[] = [
  // https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html; the old API says it with 400.
  ...['TooManyRequestsException', 'ThrottlingException', 'Throttling', 'LimitExceededException'].flatMap(
    (code): Rule[] => [
      { code, says: /\bdaily\b/i, means: 'quota' },
      { code, means: 'slow' },
    ],
  ),
  { code: 'MessageRejected', says: /not verified|sandbox/i, means: 'account' },
  // Under several codes: `AccountSendingPaused` and `ConfigurationSetSendingPaused` in the API before this one.
  { says: /sending (for the .{1,80} )?(has been |is )?(paused|disabled|suspended)/i, means: 'account' },
  // https://docs.aws.amazon.com/ses/latest/dg/attachments.html#unsupported-attachment-types
  { code: 'MessageRejected', says: /illegal filename|attachment/i, means: 'carry' },
  // What the suppression list answered in the API before this one: Developer Guide of 2018, "Removing an email address from the suppression list".
  { code: 'MessageRejected', says: /address (is )?blacklisted|suppression list/i, means: 'recipient' },
  { code: 'MessageRejected', means: 'content' },
  { code: 'MailFromDomainNotVerifiedException', means: 'account' },
  { code: 'AccountSuspendedException', means: 'account' },
  { code: 'SendingPausedException', means: 'account' },
  { code: 'NotFoundException', means: 'account' },
  { code: 'AccessDeniedException', means: 'account' },
  { code: 'SignatureDoesNotMatch', means: 'account' },
  { code: 'InvalidSignatureException', means: 'account' },
  { code: 'IncompleteSignature', means: 'account' },
  { code: 'MissingAuthenticationToken', means: 'account' },
  { code: 'InvalidClientTokenId', means: 'account' },
  { code: 'UnrecognizedClientException', means: 'account' },
  { code: 'ExpiredTokenException', means: 'account' },
  { code: 'ExpiredToken', means: 'account' },
  { code: 'OptInRequired', means: 'account' },
  { code: 'RequestExpired', means: 'account' },
  { code: 'BadRequestException', says: /configuration ?set|not verified/i, means: 'account' },
  // https://docs.aws.amazon.com/ses/latest/dg/quotas.html: 40 MB, 50 recipients.
  {
    code: 'BadRequestException',
    says: /message length is more than|recipient count exceeds|too many recipients/i,
    means: 'carry',
  },
  {
    code: 'BadRequestException',
    says: /illegal address|final '@domain'|(local address|domain|user name) (contains|is missing|(starts|ends) with)|invalid (recipient|email address)/i,
    means: 'recipient',
    source: 'https://github.com/awsdocs/aws-doc-sdk-examples/pull/5191',
  },
  { code: 'BadRequestException', means: 'content' },
  { code: 'ValidationException', means: 'content' },
  { code: 'RequestEntityTooLargeException', means: 'carry' },
  { code: 'RequestTimeout', means: 'unknown' },
  { code: 'InternalFailure', means: 'later' },
  { code: 'InternalServiceErrorException', means: 'later' },
  { code: 'ServiceUnavailable', means: 'later' },
];
