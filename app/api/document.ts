import { createHash } from 'node:crypto';
import { ACCESS } from '@/lib/http/handle';
import { buildDocument, type Document, type DocumentedRoute } from '@/lib/openapi/build';
import { OPERATIONS } from '@/lib/openapi/operations';
import { ROUTES } from './routes';

let made: { document: Document; text: string; etag: string } | undefined;

/** Made once: it changes with the code alone. */
export function apiDocument() {
  if (made) return made;
  const document = buildDocument([...listRoutes(), { name: 'GET /api/openapi.json' }], OPERATIONS);
  const text = JSON.stringify(document);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  made = { document, text, etag };
  return made;
}

function listRoutes(): DocumentedRoute[] {
  return Object.entries(ROUTES).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { [ACCESS]?: DocumentedRoute['access'] }>).map(
      ([method, handler]) => ({ name: `${method} ${path}`, access: handler[ACCESS] }),
    ),
  );
}

/** `GET /api/openapi.json`. */
export function documentResponse(request: Request): Response {
  const { text, etag } = apiDocument();
  const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' };
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json' } });
}
