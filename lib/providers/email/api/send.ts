import type { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, type OutboundRequest, safeFetch } from '@/lib/outbound/safe-fetch';
import type { OutgoingMessage, RecipientOutcome, SendResult } from '../../adapter';
import { namedIn } from './recipients';
import { retryAfterMs } from './retry-after';

/** What a refusal of the API means; undefined falls back to what its HTTP status means. */
export type Verdict = Pick<RecipientOutcome, 'fault' | 'permanent' | 'quota' | 'retryAfterMs'>;

/** `unknown`: it may be on its way all the same; `accepted`: a refusal to take it twice. */
export type Judgement = Verdict | 'unknown' | 'accepted';

export type ApiCall = Omit<OutboundRequest, 'signal'> & {
  timeoutMs: number;
  /** The provider's id for the message, out of a 2xx answer. */
  messageId: (reply: OutboundReply) => string | undefined;
  /** Acceptance always comes with that id: a 2xx answer without it is somebody else's, a proxy's for example. */
  idProves?: boolean;
  /** The provider's own words and code for a refusal. */
  explain: (reply: OutboundReply) => { code?: string; text: string };
  /** Asked about every answer, so that a 2xx can be a refusal too. */
  classify?: (reply: OutboundReply) => Judgement | undefined;
  /** The recipients that a 2xx answer leaves out. */
  leftOut?: (reply: OutboundReply) => string[];
};

/** One request for the whole message: all recipients share its outcome, but for those whom the answer names. */
export async function sendByApi(
  message: OutgoingMessage,
  call: ApiCall,
  signal: AbortSignal,
): Promise<SendResult> {
  const { method, url, headers, body, timeoutMs } = call;
  const reply = await safeFetch({ method, url, headers, body, timeoutMs, signal }).catch(
    (error: OutboundError) => error,
  );
  return reply instanceof Error ? forAll(message, unanswered(reply)) : tellApart(message, call, reply);
}

type Outcome = Omit<RecipientOutcome, 'address'>;

function forAll(message: OutgoingMessage, outcome: Outcome): SendResult {
  return { outcomes: message.recipients.map((address) => ({ address, ...outcome })) };
}

const SOON_MS = 1000;

/** Named addresses are refused for good; nobody else got it because of them, so the others are tried again soon. */
function tellApart(message: OutgoingMessage, call: ApiCall, reply: OutboundReply): SendResult {
  const outcome = judge(call, reply);
  const accepted = outcome.outcome === 'accepted';
  const blamed = accepted
    ? call.leftOut?.(reply)
    : outcome.fault === 'recipient' && namedIn(call.explain(reply).text, message);
  if (!blamed || blamed.length === 0) return forAll(message, outcome);
  const refused: Outcome = { outcome: 'refused', fault: 'recipient', permanent: true, ...told(call, reply) };
  const others: Outcome = accepted ? outcome : { ...refused, permanent: false, retryAfterMs: SOON_MS };
  return {
    outcomes: message.recipients.map((address) => ({
      address,
      ...(blamed.includes(address) ? refused : others),
    })),
  };
}

function judge(call: ApiCall, reply: OutboundReply): Outcome {
  const verdict = call.classify?.(reply);
  const providerMessageId = call.messageId(reply);
  if (verdict === 'accepted') return { outcome: 'accepted', providerMessageId, ...told(call, reply) };
  if (!verdict && reply.status >= 200 && reply.status < 300)
    return providerMessageId || !call.idProves
      ? { outcome: 'accepted', code: String(reply.status), providerMessageId }
      : { outcome: 'unknown', ...told(call, reply) };
  // A gateway that gave up waiting does not know what became of the request either.
  if (verdict === 'unknown' || reply.status === 504) return { outcome: 'unknown', ...told(call, reply) };
  return { outcome: 'refused', ...(verdict ?? classifyStatus(reply)), ...told(call, reply) };
}

function told(call: ApiCall, reply: OutboundReply) {
  const { code, text } = call.explain(reply);
  return { code: code ?? String(reply.status), reply: `${reply.status} ${text}`.trim().slice(0, 1000) };
}

function unanswered({ sent, code, message }: OutboundError): Outcome {
  const told = { code: code ?? 'internal', reply: message.slice(0, 1000) };
  return sent
    ? { outcome: 'unknown', ...told }
    : { outcome: 'refused', fault: 'provider', permanent: false, ...told };
}

/** What HTTP itself says, for answers that a provider's own table does not know. */
export function classifyStatus(reply: OutboundReply): Verdict {
  const { status } = reply;
  if (status === 429 || status === 503)
    return { fault: 'provider', permanent: false, retryAfterMs: retryAfterMs(reply) };
  if (status === 413 || status === 422 || status === 400) return { fault: 'content', permanent: true };
  // Wrong key, unpaid account, wrong address of the API: another provider can still carry the message.
  return { fault: 'provider', permanent: status < 500 };
}
