import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { readSession } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { JsonScan } from '@/lib/http/json-scan';
import { comesFromOwnPage } from '@/lib/http/own-page';
import { parseJson } from '@/lib/http/parse-json';
import { isActionInput } from './action-input';
import { isApi, pathOf, type Refusal } from './request-guard';
import { readUpload, replay } from './upload';

/** Signing in and setting up take no more. */
const STRANGERS_BYTES = 8 * 1024;
/** The longest form there is, a provider as JSON, takes a fraction; messages with their files go to the API. */
const PEOPLES_BYTES = 512 * 1024;
const MAX_VALUES = 20_000;
/** As Next makes them; on others it fails. */
const ACTION_ID = /^[0-9a-f]{42}$/;
const BRACKET = 0x5b;

/**
 * Next reads the whole body of a server action and makes objects of it before anybody asks who sent it. So it is read here: from our own
 * pages only, as much as such a person may send, within the bounds of JSON, and without what React's own notation can do beyond it.
 * Other requests are handed on as they are.
 */
export async function admitPost(request: IncomingMessage): Promise<IncomingMessage | Refusal> {
  if (request.method !== 'POST') return request;
  if (isApi(request)) return admitToApi(request);
  const refusal = refuseAction(request.headers);
  if (refusal) return refusal;
  try {
    return await readAction(request);
  } catch (error) {
    if (error instanceof AppError) return { status: error.status, code: error.code };
    throw error;
  }
}

/** A page would take server actions, by their header or as a form of several parts; no route of the API does. */
async function admitToApi(request: IncomingMessage): Promise<IncomingMessage | Refusal> {
  const { headers } = request;
  if (headers['next-action'] !== undefined) return { status: 400, code: 'bad_request' };
  const isForm = /^\s*multipart\//i.test(headers['content-type'] ?? '');
  if (/^\/api\/auth(\/|$)/.test(pathOf(request)))
    return isForm ? { status: 415, code: 'unsupported_media_type' } : admitSignIn(request);
  if (isForm) headers['content-type'] = UNREAD;
  return request;
}

/**
 * A form of several parts goes on as what nobody reads: where a route is it answers 415, after it asked who it is, and where none is 404. So
 * no list of routes is needed here, and Next's reader of forms does not see it.
 */
const UNREAD = 'application/octet-stream';

async function admitSignIn(request: IncomingMessage): Promise<IncomingMessage | Refusal> {
  const body = await readUpload(request, STRANGERS_BYTES);
  return body instanceof Uint8Array ? replay(request, body) : body;
}

function refuseAction(headers: IncomingHttpHeaders): Refusal | undefined {
  if (!ACTION_ID.test(String(headers['next-action'])))
    return { status: 405, code: 'method_not_allowed', headers: { allow: 'GET, HEAD' } };
  if (!isFromOurPages(headers)) return { status: 403, code: 'forbidden' };
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  // Forms and streams of several parts are how React's decoder was attacked (CVE-2025-55182 and its like); our actions need none.
  if (type !== 'text/plain' || headers['content-encoding'])
    return { status: 415, code: 'unsupported_media_type' };
  return undefined;
}

/** Without a word of a browser it is none, and carries nobody's cookie against their will. */
function isFromOurPages(headers: IncomingHttpHeaders): boolean {
  return comesFromOwnPage((name) => [headers[name]].flat()[0]) !== false;
}

async function readAction(request: IncomingMessage): Promise<IncomingMessage | Refusal> {
  const announced = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  const known = announced > STRANGERS_BYTES && (await isSignedIn(request.headers));
  const scan = new JsonScan(MAX_VALUES);
  const body = await readUpload(request, known ? PEOPLES_BYTES : STRANGERS_BYTES, (bytes) =>
    scan.push(bytes),
  );
  if (!(body instanceof Uint8Array))
    return known || body.code !== 'payload_too_large' ? body : { status: 401, code: 'unauthorized' };
  // Next reads no other beginning, not even the mark of byte order that our reader passes over.
  if (body[0] !== BRACKET) return { status: 400, code: 'malformed_json' };
  return isActionInput(parseJson(body)) ? replay(request, body) : { status: 400, code: 'malformed_json' };
}

async function isSignedIn({ cookie }: IncomingHttpHeaders): Promise<boolean> {
  return cookie !== undefined && (await readSession(new Headers({ cookie }))) !== null;
}
