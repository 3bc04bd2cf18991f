import {
  type OutboundError,
  type OutboundReply,
  type OutboundRequest,
  safeFetch,
} from '@/lib/outbound/safe-fetch';
import type { OutgoingMessage, RecipientOutcome, SendResult } from '../../adapter';
import { retryAfterMs } from './retry-after';

/** What a refusal of the API means; undefined falls back to what its HTTP status means. */
export type Verdict = Pick<RecipientOutcome, 'fault' | 'permanent' | 'retryAfterMs'>;

export type ApiCall = Omit<OutboundRequest, 'signal'> & {
  timeoutMs: number;
  /** The provider's id for the message, out of a 2xx answer. */
  messageId: (reply: OutboundReply) => string | undefined;
  /** The provider's own words and code for a refusal. */
  explain: (reply: OutboundReply) => { code?: string; text: string };
  classify?: (reply: OutboundReply) => Verdict | undefined;
};

/** One request for the whole message: all recipients share its outcome. */
export async function sendByApi(
  message: OutgoingMessage,
  call: ApiCall,
  signal: AbortSignal,
): Promise<SendResult> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(call.timeoutMs)]);
  try {
    const { method, url, headers, body } = call;
    return forAll(message, judge(call, await safeFetch({ method, url, headers, body, signal: limited })));
  } catch (error) {
    return forAll(message, unanswered(error as OutboundError));
  }
}

type Outcome = Omit<RecipientOutcome, 'address'>;

function forAll(message: OutgoingMessage, outcome: Outcome): SendResult {
  return { outcomes: message.recipients.map((address) => ({ address, ...outcome })) };
}

function judge(call: ApiCall, reply: OutboundReply): Outcome {
  if (reply.status >= 200 && reply.status < 300)
    return { outcome: 'accepted', code: String(reply.status), providerMessageId: call.messageId(reply) };
  const { code, text } = call.explain(reply);
  const told = { code: code ?? String(reply.status), reply: `${reply.status} ${text}`.trim().slice(0, 1000) };
  // A gateway that gave up waiting does not know what became of the request either.
  if (reply.status === 504) return { outcome: 'unknown', ...told };
  return { outcome: 'refused', ...(call.classify?.(reply) ?? classifyStatus(reply)), ...told };
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
