import type { RecipientOutcome } from '../../adapter';
import type { SmtpError } from './connection';

type Verdict = Pick<RecipientOutcome, 'fault' | 'permanent' | 'retryAfterMs'>;
type Stage = 'session' | 'sender' | 'recipient' | 'data';

/**
 * Whose fault a refusal is. Enhanced codes (RFC 3463) decide first: x.1 and x.2 speak of the recipient, x.6 of the content,
 * x.7 of policy towards us, which must never count against a recipient; without one, the stage of the conversation decides.
 */
export function classifyReply(stage: Stage, responseCode: number, reply: string): Verdict {
  const enhanced = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(reply);
  const permanent = responseCode >= 500;
  const verdict = enhanced
    ? byEnhancedCode(stage, Number(enhanced[2]), Number(enhanced[3]), permanent, reply)
    : byBasicCode(stage, responseCode, permanent, reply);
  const retryAfterMs = parseRetryAfterMs(reply);
  return retryAfterMs === undefined ? verdict : { ...verdict, retryAfterMs };
}

function byEnhancedCode(
  stage: Stage,
  subject: number,
  detail: number,
  permanent: boolean,
  reply: string,
): Verdict {
  // The size is announced with MAIL, so "too big" may already come there (RFC 1870).
  if (subject === 3 && detail === 4 && stage !== 'session') return { fault: 'content', permanent: true };
  if (stage === 'session' || stage === 'sender') return { fault: 'provider', permanent };
  // 1.7 and 1.8 complain of the sender's address.
  if (subject === 1) return { fault: detail === 7 || detail === 8 ? 'provider' : 'recipient', permanent };
  // A full mailbox (2.2) may have room tomorrow, whatever the first digit says.
  if (subject === 2) return { fault: 'recipient', permanent: permanent && detail !== 2 };
  if (subject === 6) return { fault: 'content', permanent: true };
  if (subject === 7 && !permanent && /gr[ae]y-?list/i.test(reply))
    return { fault: 'recipient', permanent: false };
  // 5.3: too many recipients in one transaction; the rest go in the next.
  if (subject === 5 && detail === 3) return { fault: 'recipient', permanent: false };
  if (subject === 5 && detail === 0 && stage === 'recipient') return { fault: 'recipient', permanent };
  return { fault: 'provider', permanent };
}

function byBasicCode(stage: Stage, code: number, permanent: boolean, reply: string): Verdict {
  if (code === 552 && stage === 'sender') return { fault: 'content', permanent: true };
  if (code === 421 || stage === 'session' || stage === 'sender') return { fault: 'provider', permanent };
  if (code === 552)
    return stage === 'data'
      ? { fault: 'content', permanent: true }
      : { fault: 'recipient', permanent: false };
  if (stage === 'data') return { fault: permanent ? 'content' : 'provider', permanent };
  // A bare 554 at RCPT is how many servers say that they do not like the sender; Exim says it in words.
  return { fault: code === 554 || /sender verif/i.test(reply) ? 'provider' : 'recipient', permanent };
}

/** "try again in 300 seconds", "retry in 5 minutes": milliseconds. */
export function parseRetryAfterMs(reply: string): number | undefined {
  const match = /\b(?:in|after)\s+(\d{1,5})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/i.exec(reply);
  if (!match) return undefined;
  const unit = match[2]!.toLowerCase()[0];
  return Number(match[1]) * (unit === 's' ? 1000 : unit === 'm' ? 60_000 : 3_600_000);
}

/** One recipient's outcome out of nodemailer's error. `bodySent`: the server may have taken the message. */
export function outcomeOfError(address: string, error: SmtpError, bodySent: boolean): RecipientOutcome {
  const reply = (error.response ?? error.message).slice(0, 1000);
  if (!error.responseCode) {
    const code = error.originalCode ?? error.code ?? 'ECONNECTION';
    if (bodySent) return { address, outcome: 'unknown', code, reply };
    return { address, outcome: 'refused', fault: 'provider', permanent: error.code === 'EAUTH', code, reply };
  }
  const verdict = classifyReply(stageOf(error), error.responseCode, reply);
  return { address, outcome: 'refused', ...verdict, code: String(error.responseCode), reply };
}

function stageOf(error: SmtpError): Stage {
  if (error.command === 'MAIL FROM') return 'sender';
  if (error.command === 'RCPT TO') return 'recipient';
  if (error.command === 'DATA') return 'data';
  return 'session';
}
