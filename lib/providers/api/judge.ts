import type { OutboundError } from '@/lib/outbound/outbound-error';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ApiCall, Outcome } from './call';
import { readJson } from './json';
import { classifyStatus } from './status';
import { isWebPage, pageTitle } from './web-page';

/** What an answer means for those whom the request was for. */
export function judge(call: ApiCall, reply: OutboundReply): Outcome {
  const isPage = isWebPage(reply);
  const verdict = isPage ? undefined : call.classify?.(reply);
  const providerMessageId = call.messageId(reply);
  if (verdict === 'accepted') return { outcome: 'accepted', providerMessageId, ...told(call, reply) };
  if (!verdict && reply.status >= 200 && reply.status < 300) {
    if (call.accepts?.(reply) ?? (providerMessageId !== undefined && !isPage))
      return { outcome: 'accepted', code: String(reply.status), providerMessageId };
    // A portal or a proxy answered, and the API was never asked; anything else may be the API in a way that we do not know.
    return isPage
      ? { outcome: 'refused', fault: 'provider', permanent: false, ...told(call, reply) }
      : { outcome: 'unknown', ...told(call, reply) };
  }
  const judged = verdict ?? classifyStatus(reply, isOfAnother(call, reply));
  return typeof judged === 'string'
    ? { outcome: 'unknown', ...told(call, reply) }
    : { outcome: 'refused', ...judged, ...told(call, reply) };
}

/** A page, a line of text, nothing at all, where the API itself would have said it as an object. */
function isOfAnother({ speaks }: ApiCall, reply: OutboundReply): boolean {
  return isWebPage(reply) || (speaks === 'json' && Object.keys(readJson(reply.text)).length === 0);
}

/** Without an answer. */
export function judgeSilence({ sent, code, message }: OutboundError): Outcome {
  const words = { code: code ?? 'internal', reply: message.slice(0, 1000) };
  return sent
    ? { outcome: 'unknown', ...words }
    : { outcome: 'refused', fault: 'provider', permanent: false, ...words };
}

function told(call: ApiCall, reply: OutboundReply) {
  const { code, text } = isWebPage(reply) ? { text: pageTitle(reply) } : call.explain(reply);
  return { code: code ?? String(reply.status), reply: `${reply.status} ${text}`.trim().slice(0, 1000) };
}
