import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isHttps } from '@/lib/env';
import { REQUEST_ID_HEADER } from '@/lib/http/request-id';

const OFF = [
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** Pages (`proxy.ts`), previews and downloads bring policies of their own, some also another of these. */
const DEFAULTS: [string, string][] = [
  // For whatever is no page of ours: nothing in it may run, load or be framed.
  [
    'content-security-policy',
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', OFF.map((feature) => `${feature}=()`).join(', ')],
];

/** What no answer is without, whoever made it. */
export function standingHeaders(requestId: string): [string, string][] {
  return [
    ['x-content-type-options', 'nosniff'],
    [REQUEST_ID_HEADER, requestId],
    ...(isHttps() ? [['strict-transport-security', HSTS] as [string, string]] : []),
  ];
}

const HSTS = 'max-age=31536000; includeSubDomains';

/** Of an answer that no handler has a hand in. */
export function bareHeaders(): [string, string][] {
  return [...DEFAULTS, ...standingHeaders(randomUUID())];
}

/**
 * Completes every answer, whoever makes it. One to a request that has not come whole ends the connection: what is still on its way would be
 * taken for the next request.
 */
export function completeHeaders(request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  request.headers[REQUEST_ID_HEADER] = requestId;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    if (!request.complete) response.setHeader('connection', 'close');
    const given = typeof args.at(-1) === 'object' ? Object.keys(args.at(-1) as object) : [];
    for (const [name, value] of DEFAULTS)
      if (!response.hasHeader(name) && !given.includes(name)) response.setHeader(name, value);
    for (const [name, value] of standingHeaders(requestId)) response.setHeader(name, value);
    return writeHead(...args);
  };
}
