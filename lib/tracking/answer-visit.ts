import { clientAddress } from '@/lib/http/client-address';
import { negotiateLocale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { linkKey } from './link-key';
import { type Link, PIXEL_ENDING, readLink } from './link-token';
import type { Seen } from './seen';
import { NO_STORE, visitorPage } from './visitor-page';
import { noteVisit } from './visits';

/** The smallest picture there is: one transparent point, always the same 43 bytes. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
/** Of what programs may send the beginning tells who they are. */
const MOST_AGENT = 300;

/**
 * Answers whoever fetches the picture of a message or follows one of its links, and notes it. Nothing is read from the database for it, nor
 * written before the answer. What is none of our links leads nowhere.
 */
export async function answerVisit(request: Request, token: string): Promise<Response> {
  const isPixel = token.endsWith(PIXEL_ENDING);
  const link = await read(isPixel ? token.slice(0, -PIXEL_ENDING.length) : token);
  if (isPixel) {
    if (link !== 'unknown' && link?.kind === 'open') noteVisit(toSeen(request, link));
    return pixel(request);
  }
  if (link === 'unknown') return page(request, 'later', 503);
  if (link?.kind !== 'click') return page(request, 'noLink', 404);
  noteVisit(toSeen(request, link));
  return new Response(null, {
    status: 302,
    headers: { ...NO_STORE, location: link.url, 'x-robots-tag': 'noindex' },
  });
}

/** `unknown`: a process that has just begun, and whose database is away. */
async function read(token: string): Promise<Link | null | 'unknown'> {
  try {
    return readLink(token, await linkKey());
  } catch (error) {
    log.error('a link could not be judged', { error });
    return 'unknown';
  }
}

function toSeen({ method, headers }: Request, link: Seen['link']): Seen {
  return {
    link,
    at: new Date(),
    method,
    agent: (headers.get('user-agent') ?? '').slice(0, MOST_AGENT),
    ip: clientAddress(headers),
    prefetch: isPrefetch(headers),
  };
}

/** https://www.w3.org/TR/resource-hints, https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Purpose */
function isPrefetch(headers: Headers): boolean {
  const said = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  return said.some((value) => /prefetch|prerender|preview/i.test(value));
}

/** Mail programs show it from another site than this one. */
function pixel({ method }: Request): Response {
  return new Response(method === 'HEAD' ? null : PIXEL, {
    headers: {
      ...NO_STORE,
      'content-type': 'image/gif',
      'content-length': String(PIXEL.length),
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}

function page({ headers }: Request, name: 'noLink' | 'later', status: number): Response {
  return visitorPage(negotiateLocale(headers.get('accept-language')), { name, status });
}
