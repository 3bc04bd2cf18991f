import type { InboundRequest } from '@/lib/events/inbound';
import { queryOf } from '@/lib/events/query';
import { isUuid } from '@/lib/ids';
import { cachedProviders } from '@/lib/providers/cache';
import type { Answered } from './read-hook';
import { receiveAndAnswer } from './receive';

/** A GET at the address where a provider is to post: it asks whether the address is ours, or it tells so. */
export async function answerChallenge(
  providerId: string,
  request: InboundRequest,
): Promise<number | Answered> {
  if (!isUuid(providerId)) return 404;
  const provider = (await cachedProviders()).find(({ row }) => row.id === providerId.toLowerCase());
  if (provider?.problem) return 503;
  const events = provider?.adapter.events;
  if (!provider || !events) return 404;
  if (events.byGet) return receiveAndAnswer(providerId, asForm(request));
  if (!events.challenge) return 405;
  const answer = events.challenge(request, provider.config);
  return answer ? { status: 200, answer } : 403;
}

/** What stands in the query as what a form would have. */
function asForm(request: InboundRequest): InboundRequest {
  const headers = { ...request.headers, 'content-type': 'application/x-www-form-urlencoded' };
  const query = new URLSearchParams(queryOf(request));
  query.delete('token');
  return { ...request, headers, body: Buffer.from(query.toString()) };
}
