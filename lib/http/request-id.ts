import { randomUUID } from 'node:crypto';

/** Made by our own HTTP server for each request, over whatever a caller sends; in every answer, audit row and log line of it. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Only without that server, in tests and builds, there is none yet. */
export function requestIdOf(headers: Headers): string {
  return headers.get(REQUEST_ID_HEADER) ?? randomUUID();
}
