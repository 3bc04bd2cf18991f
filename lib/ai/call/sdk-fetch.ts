import { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, safeFetch } from '@/lib/outbound/safe-fetch';

/** What became of the requests of a call, beside what the library says of them. */
export type Seen = {
  status: number | null;
  requestId: string | null;
  /** So many that the service may ask money for have not said what they used. */
  untold: number;
};

const NO_BODY = [204, 205, 304];

/**
 * `fetch` as the library asks for it, over the one safe way out: addresses are checked and pinned, redirects are a fault (they would carry
 * `x-api-key` along to wherever they lead), answers have a limit.
 */
export function sdkFetch(timeoutMs: number, seen: Seen): typeof fetch {
  return async (input, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const reply = await safeFetch({
      method: (init.method ?? 'GET') as 'GET' | 'POST',
      url: input instanceof Request ? input.url : String(input),
      // Nobody needs to know on what this runs.
      headers: { ...headers, 'user-agent': 'Relevo' },
      ...(typeof init.body === 'string' && { body: init.body }),
      timeoutMs,
      signal: init.signal ?? new AbortController().signal,
    }).catch((error) => {
      if (error instanceof OutboundError && error.sent) seen.untold += 1;
      throw error;
    });
    if (reply.status >= 200 && reply.status < 300) seen.untold += 1;
    seen.status = reply.status;
    seen.requestId = requestIdOf(reply);
    return new Response(NO_BODY.includes(reply.status) ? null : reply.text, {
      status: reply.status,
      headers: plainHeaders(reply.headers),
    });
  };
}

function requestIdOf({ headers }: OutboundReply): string | null {
  return (headers['x-request-id'] ?? headers['request-id'] ?? null)?.slice(0, 200) ?? null;
}

/** The text is decoded already. */
function plainHeaders(headers: Record<string, string>): Record<string, string> {
  const { 'content-encoding': _encoding, 'content-length': _length, ...rest } = headers;
  return rest;
}
