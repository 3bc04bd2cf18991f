import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';
import { problemType } from '@/lib/errors';
import { CLIENT_ADDRESS_HEADER, resolveClientAddress } from '@/lib/http/client-address';
import { REQUEST_ID_HEADER } from '@/lib/http/request-id';
import { addressByPass } from './forwarded-actions';

const FORWARDED = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-prefix',
];

const API_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** A server action is a POST to any page. */
const PAGE_METHODS = ['GET', 'HEAD', 'POST'];

/** Of Next's older kind of pages, of which we have none; it fails on what it does not know there. */
const PAGES_DATA = '/_next/data/';

export type Refusal = { status: number; code: string; detail?: string; headers?: Record<string, string> };

/** What no page and no route has a use for, and Next answers with 500 or worse. `isRoute`: it has one of its own (`direct-routes.ts`). */
export function refusalOf(request: IncomingMessage, isRoute = false): Refusal | undefined {
  if (!hasPlainTarget(request) || !hasReadableState(request) || !hasReadableReturn(request))
    return { status: 400, code: 'bad_request' };
  if (request.url!.startsWith(PAGES_DATA)) return { status: 404, code: 'not_found' };
  const allowed = isRoute || isApi(request) ? API_METHODS : PAGE_METHODS;
  if (!allowed.includes(request.method ?? ''))
    return { status: 405, code: 'method_not_allowed', headers: { allow: allowed.join(', ') } };
  return undefined;
}

/** A name that is written in another way, `%61uth`, is none of ours and counts as a page, which takes server actions only. */
const API = /^\/api(\/[\w.~-]*(\/|$)|$)/;

export function isApi(request: IncomingMessage): boolean {
  return API.test(pathOf(request));
}

export function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0]!;
}

/**
 * A path, as browsers and clients send it. Absolute forms are for proxies and led Next to other hosts (CVE-2026-44578). What it says
 * must be text: a broken escape or a control character is in no address of ours. And it says it in one way only: what Next would
 * resolve to another path (RFC 3986, 5.2.4 and 6.2.2.3; the URL standard's backslashes) would be judged here as what it is not.
 */
export function hasPlainTarget(request: IncomingMessage): boolean {
  const path = pathOf(request);
  if (!path.startsWith('/') || /[\\#]/.test(path)) return false;
  try {
    const text = decodeURIComponent(path);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the very set that must be refused
    return !/[\0-\x1f\x7f]/.test(text) && !/[/\\]((\.|%2e){1,2}(?=[/\\]|$)|[/\\])/i.test(text);
  } catch {
    return false;
  }
}

/** What the panel's pages tell of themselves when they ask for another one; what Next's own reader cannot read it answers with 500. */
export function hasReadableState({ headers }: IncomingMessage): boolean {
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree']);
    return true;
  } catch {
    return false;
  }
}

/** Where to go after signing in; what is no address there Auth.js answers with 500 (`assertConfig`, InvalidCallbackUrl). */
export function hasReadableReturn(request: IncomingMessage): boolean {
  if (!pathOf(request).startsWith('/api/auth/')) return true;
  const asked = new URLSearchParams(request.url!.slice(pathOf(request).length)).getAll('callbackUrl');
  const kept = (request.headers.cookie ?? '').matchAll(/authjs\.callback-url\s*=\s*"?([^;"\s]*)/g);
  return [...asked, ...Array.from(kept, ([, value]) => unescaped(value!))].every(isReturn);
}

function isReturn(value: string): boolean {
  if (value === '') return true;
  const url = URL.parse(value, value.startsWith('/') ? 'http://localhost' : undefined);
  return url !== null && /^https?:$/.test(url.protocol);
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Says no at once, and that nothing more is read on this connection. To programs as all of the API; in plain text, which the panel's actions can read. */
export function refuse(response: ServerResponse, { status, code, detail, headers }: Refusal): void {
  const forPrograms = isApi(response.req);
  const requestId = response.req.headers[REQUEST_ID_HEADER];
  const type = forPrograms ? 'application/problem+json' : 'text/plain';
  const problem = {
    type: problemType(code),
    title: STATUS_CODES[status],
    status,
    code,
    detail,
    requestId,
  };
  response
    .writeHead(status, { connection: 'close', 'content-type': type, ...headers })
    .end(forPrograms ? JSON.stringify(problem) : code);
}

/**
 * Writes the caller's true address, over whatever the caller claimed. Without a trusted proxy every forwarding
 * header is the caller's own invention and goes; Next would believe it (facts T8).
 */
export function setClientAddress(request: IncomingMessage, trustedHops: number): string {
  const { headers } = request;
  const handedOn = addressByPass(request);
  const forwardedFor = joined(headers['x-forwarded-for']);
  const address =
    handedOn ?? resolveClientAddress(request.socket.remoteAddress ?? '', forwardedFor, trustedHops);
  if (trustedHops === 0 && handedOn === undefined) for (const name of FORWARDED) delete headers[name];
  headers[CLIENT_ADDRESS_HEADER] = address;
  headers['x-forwarded-for'] = address;
  headers['x-real-ip'] = address;
  return address;
}

/** What Next's parts tell each other of a request that was judged. From outside `x-middleware-prefetch` alone is answered 200 where nothing was done. */
export function dropInsides({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) if (name.startsWith('x-middleware-')) delete headers[name];
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}
