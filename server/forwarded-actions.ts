import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const PASS_HEADER = 'x-relevo-pass';

/** Pass → address of the caller, of the posts under way. */
const passes = new Map<string, string>();

/**
 * An action posted to a page that does not have it Next hands on by a request of its own, which comes from this machine. It copies the
 * headers, so that the pass put in here tells our server, for as long as the first request lasts, whose it is.
 */
export function givePass(request: IncomingMessage, response: ServerResponse, address: string): void {
  delete request.headers[PASS_HEADER];
  if (request.method !== 'POST' || request.headers['next-action'] === undefined) return;
  const pass = randomBytes(24).toString('base64url');
  passes.set(pass, address);
  response.once('close', () => passes.delete(pass));
  request.headers[PASS_HEADER] = pass;
}

/** The address of whoever sent what Next hands on; undefined for all that comes from outside. */
export function addressByPass({ headers }: IncomingMessage): string | undefined {
  return passes.get(String(headers[PASS_HEADER]));
}
