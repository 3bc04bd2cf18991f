import type { RecipientOutcome } from '@/lib/channels/results';
import { classifyReply, type Reply } from '@/lib/replies/classify-reply';
import type { Stage } from '@/lib/replies/meaning';
import { classifyByAny, isUnsorted, type OwnRule } from '@/lib/replies/own/match';
import { CANNOT_CARRY, type SmtpError } from './smtp-error';

const NOT_CARRIED = { outcome: 'refused', fault: 'cannot_carry', permanent: true } as const;

/** One recipient's outcome out of an error. `bodySent`: the server may have taken the message. `from` is the envelope's, `own` the rules asked first. */
export function outcomeOfError(
  address: string,
  error: SmtpError,
  bodySent: boolean,
  from?: string,
  own: readonly OwnRule[] = [],
): RecipientOutcome {
  const reply = (error.response ?? error.message).slice(0, 1000);
  if (!error.responseCode) {
    const code = error.originalCode ?? error.code ?? 'ECONNECTION';
    if (code === CANNOT_CARRY)
      return { address, ...NOT_CARRIED, code, reply, misfits: error.misfit && [error.misfit] };
    if (bodySent) return { address, outcome: 'unknown', code, reply };
    const permanent = error.code === 'EAUTH' && code !== 'EOAUTH2_LATER';
    return { address, outcome: 'refused', fault: 'provider', permanent, code, reply };
  }
  const envelope = from === undefined ? undefined : { from, to: address };
  const { cause: _cause, by, ...meaning } = classifyByAny(replyOf(error, envelope), own);
  return {
    address,
    outcome: 'refused',
    ...meaning,
    code: String(error.responseCode),
    reply,
    ...(isUnsorted(by) && { unsorted: true }),
  };
}

/** What the reply behind an error means; of one with a reply. */
export function meaningOf(error: SmtpError, envelope?: Reply['envelope']): ReturnType<typeof classifyReply> {
  return classifyReply(replyOf(error, envelope));
}

function replyOf(error: SmtpError, envelope: Reply['envelope']): Reply {
  return {
    stage: stageOf(error),
    code: error.responseCode ?? 0,
    text: error.heard ?? error.response ?? error.message,
    envelope,
  };
}

/** Which part of the conversation an error ended. */
export function stageOf(error: SmtpError): Stage {
  if (error.command === 'MAIL FROM') return 'sender';
  if (error.command === 'RCPT TO') return 'recipient';
  if (error.command === 'DATA') return 'data';
  return error.command?.startsWith('AUTH') ? 'auth' : 'session';
}
