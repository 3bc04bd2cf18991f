import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as feedLive from '@/app/api/feed/live/route';
import * as feedRead from '@/app/api/feed/read/route';
import * as feed from '@/app/api/feed/route';
import * as hooks from '@/app/api/hooks/[providerId]/route';
import * as live from '@/app/api/live/route';
import * as visits from '@/app/api/t/[token]/route';
import { COMPAT_ROUTES } from '@/app/compat/routes';
import { pathOf } from './request-guard';

type Handler = (request: Request, route: { params: Promise<never> }) => Promise<Response>;
type Route = { path: RegExp; handlers: Partial<Record<string, Handler>> };

/**
 * Whatever is there in numbers: what providers tell, who opens and follows links, and pages that stay open. Next would spend a millisecond
 * of CPU on each (`npm run bench -- visits hooks`). The handlers are those of the app; what stands in any other way in its address, and other methods, is Next's.
 */
const ROUTES: Route[] = [
  // One for each page that is looked at, which all of them share a connection to PostgreSQL for.
  // Each page of a company's reads it, and again whenever it changes.
  { path: /^\/api\/feed$/, handlers: { ...feed } as Route['handlers'] },
  { path: /^\/api\/feed\/read$/, handlers: { ...feedRead } as Route['handlers'] },
  { path: /^\/api\/feed\/live$/, handlers: { ...feedLive } as Route['handlers'] },
  { path: /^\/api\/live$/, handlers: { ...live } as Route['handlers'] },
  { path: /^\/api\/t\/(?<token>[\w.-]+)$/, handlers: { ...visits } as Route['handlers'] },
  { path: /^\/api\/hooks\/(?<providerId>[\w-]+)$/, handlers: { ...hooks } as Route['handlers'] },
  // Their clients send forms, and paths that are no pages of the panel: Next would take both for what they are not.
  ...COMPAT_ROUTES.map(({ path, method, handler }): Route => ({ path, handlers: { [method]: handler } })),
];

const BODILESS = ['GET', 'HEAD'];

/** What answers this request at once; null: Next does. */
export function directRoute(request: IncomingMessage): ((response: ServerResponse) => Promise<void>) | null {
  const path = pathOf(request);
  for (const route of ROUTES) {
    const match = route.path.exec(path);
    const handler = route.handlers[request.method ?? ''];
    if (!match || !handler) continue;
    return async (response) => {
      const params = decoded(match.groups ?? {});
      const answer = await handler(toRequest(request), { params: Promise.resolve(params as never) });
      await send(answer, response);
    };
  }
  return null;
}

/** As Next does; what is no text is refused before (`hasPlainTarget`). */
function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

function toRequest(request: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = request;
  const plain = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  const body = BODILESS.includes(method) ? undefined : (Readable.toWeb(request) as ReadableStream);
  // The origin is nobody's: no handler here asks for it.
  return new Request(`http://localhost${url}`, {
    method,
    headers: plain,
    body,
    duplex: 'half',
  } as RequestInit);
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.appendHeader(name, value);
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), response).catch(unlessLeft);
  else response.end();
}

/** Whoever asked has gone, as every page does in the end. */
function unlessLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
