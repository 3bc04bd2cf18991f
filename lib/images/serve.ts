import { eq } from 'drizzle-orm';
import { images } from '@/drizzle/schema/images';
import { db } from '@/lib/database/db';
import { readImageName } from './address';

const YEAR_SECONDS = 31_536_000;

/**
 * For mail programs, which show nothing but this address: it names the very bytes, so it never changes, and who does not have them cannot
 * guess it.
 */
export async function answerImage(request: Request, name: string): Promise<Response> {
  const named = readImageName(name);
  if (!named) return missing();
  const etag = `"${named.sha256.toString('hex')}"`;
  const [row] = await db()
    .select({ content: images.content, format: images.format })
    .from(images)
    .where(eq(images.sha256, named.sha256))
    .limit(1);
  if (row?.format !== named.format) return missing();
  const headers = {
    'content-type': `image/${row.format}`,
    'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`,
    etag,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers });
  const length = { 'content-length': String(row.content.length) };
  const body = request.method === 'HEAD' ? null : new Uint8Array(row.content);
  return new Response(body, { headers: { ...headers, ...length } });
}

/** It may be uploaded yet. */
function missing(): Response {
  return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
}
