import type { IncomingMessage, ServerResponse } from 'node:http';

/** For whatever is no page of ours: nothing in it may run, load or be framed. Pages and previews bring their own. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What every answer says, whoever made it. One to a request that has not come whole ends the connection: what is still on its way would be
 * taken for the next request.
 */
export function completeHeaders(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    if (!request.complete) response.setHeader('connection', 'close');
    if (!response.hasHeader('content-security-policy'))
      response.setHeader('content-security-policy', NOTHING);
    response.setHeader('x-content-type-options', 'nosniff');
    return writeHead(...args);
  };
}
