import type { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, type OutboundRequest, safeFetch } from '@/lib/outbound/safe-fetch';
import type { KeyProblem } from '../key-api';
import { ServiceFailure } from '../service-failure';
import { isWebPage, pageTitle } from './web-page';

const LIMIT_MS = 20_000;
/** Whoever tells them hides secrets first, whole ones, and cuts then. */
const MOST_WORDS = 8_000;

type Asked = Omit<OutboundRequest, 'signal' | 'timeoutMs'>;
type Rules = {
  /** A refusal with a meaning of its own. */
  means?: (reply: OutboundReply) => KeyProblem | undefined;
  /** Good besides 2xx: what is to be ended is gone. */
  passes?: (reply: OutboundReply) => boolean;
};

/** One request that manages the account: its keys, its webhooks, its lists. @throws ServiceFailure for any answer but a good one */
export async function askService(request: Asked, { means, passes }: Rules = {}): Promise<OutboundReply> {
  const reply = await safeFetch({
    ...request,
    timeoutMs: LIMIT_MS,
    signal: AbortSignal.timeout(2 * LIMIT_MS),
  }).catch((error: OutboundError) => {
    throw new ServiceFailure('unreachable', error.message, true, error.sent);
  });
  const { status } = reply;
  if (isWebPage(reply)) throw new ServiceFailure('unreachable', pageTitle(reply), true, status >= 500);
  if ((status >= 200 && status < 300) || passes?.(reply)) return reply;
  const words = `${status} ${reply.text}`.slice(0, MOST_WORDS);
  if (status === 429) throw new ServiceFailure('unreachable', words, true);
  if (status >= 500) throw new ServiceFailure('unreachable', words, true, true);
  const otherwise = status === 401 || status === 403 ? 'permission' : 'refused';
  throw new ServiceFailure(means?.(reply) ?? otherwise, words);
}

/** A list that is there: what nobody understands has not said that it is empty. @throws ServiceFailure */
export function listIn(list: unknown, reply: OutboundReply): unknown[] {
  if (!Array.isArray(list)) throw unreadable(reply);
  return list;
}

/** An answer without what was asked for: it may have been carried out. */
export function unreadable(reply: OutboundReply): ServiceFailure {
  return new ServiceFailure('unreachable', `${reply.status} ${reply.text.slice(0, MOST_WORDS)}`, true, true);
}
