import type { AppError } from '@/lib/errors';
import { toAppError } from '@/lib/http/problem';

/** What the door says instead of yes: reply code, and the text after it, with an enhanced code (RFC 3463) of its own. */
export class SmtpReply extends Error {
  override name = 'SmtpReply';

  constructor(
    readonly responseCode: number,
    text: string,
  ) {
    super(text);
  }
}

/** The path of a flaw that is about who gets the message. */
const RECIPIENT = /^(to|cc|bcc)(\.|$)/;

/**
 * Any failure as a reply. What passes is told as what passes (4xx: the client keeps the message and comes back), only what is wrong with the
 * message itself as final; a bug of ours bounces nobody's mail. Nothing was stored in either case.
 */
export function replyTo(error: unknown, requestId: string): SmtpReply {
  if (error instanceof SmtpReply) return error;
  return replyToApp(toAppError(error, requestId));
}

function replyToApp(error: AppError): SmtpReply {
  const { code, detail, status, options } = error;
  const soon = options.retryAfterSeconds ?? 30;
  if (code === 'rate_limited' || code === 'too_many_attempts')
    return new SmtpReply(451, `4.7.1 Too many messages, try again in ${soon} seconds`);
  if (code === 'payload_too_large') return new SmtpReply(552, `5.3.4 ${line(detail)}`);
  if (status === 401 || code === 'address_not_allowed')
    return new SmtpReply(535, '5.7.8 Authentication credentials invalid');
  if (code === 'forbidden') return new SmtpReply(550, `5.7.1 ${line(detail)}`);
  // RFC 5321, 4.2.3, and RFC 3463, X.3.1: the client keeps it and comes back.
  if (code === 'insufficient_storage')
    return new SmtpReply(452, '4.3.1 Insufficient system storage, try again later');
  if (status >= 500 || code === 'idempotency_in_progress')
    return new SmtpReply(451, '4.3.0 Not stored, try again later');
  const [first] = error.errors ?? [];
  if (first && RECIPIENT.test(first.path)) return new SmtpReply(553, `5.1.3 ${line(detail)}`);
  return new SmtpReply(554, `5.6.0 ${line(detail)}`);
}

/** A reply is one line of ASCII: RFC 5321, 4.5.3.1.5 gives it 512 octets, of which the code and its own take some. */
function line(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 400);
}
