import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { directRoute } from './direct-routes';
import { completeHeaders } from './response-headers';

useTestDatabase();

/** Whatever is not answered at once would be Next's. */
const server = createServer((request, response) => {
  completeHeaders(request, response);
  const direct = directRoute(request);
  if (direct) void direct(response);
  else response.writeHead(299).end();
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const NOBODY = '01980000-0000-7000-8000-000000000001';

describe('what others send in numbers', () => {
  it('is answered by the very handlers of the app, with the headers that every answer has', async () => {
    const link = await fetch(`${url}/api/t/none.of.ours`, { headers: { 'accept-language': 'es' } });
    expect(link.status).toBe(404);
    expect(link.headers.get('content-language')).toBe('es');
    expect(await link.text()).toContain('<html lang="es">');
    expect(link.headers.get('x-content-type-options')).toBe('nosniff');
    const picture = await fetch(`${url}/api/t/none.gif`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/gif']);
    expect((await picture.arrayBuffer()).byteLength).toBe(43);
    const asked = await fetch(`${url}/api/t/none.gif`, { method: 'HEAD' });
    expect([asked.status, asked.headers.get('content-length')]).toEqual([200, '43']);
  });

  it('is the feed of somebody, for pages of any address', async () => {
    const asked = await fetch(`${url}/api/feed?limit=1`, { headers: { authorization: 'Bearer rlvf_none' } });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([401, '*']);
    const before = await fetch(`${url}/api/feed/read`, { method: 'OPTIONS' });
    expect([before.status, before.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST']);
  });

  it('reads a body as it comes, and no more of it than there may be', async () => {
    const post = (body: string) => fetch(`${url}/api/hooks/${NOBODY}`, { method: 'POST', body });
    expect((await post('[]')).status).toBe(404);
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it.each([
    ['PUT', `/api/hooks/${NOBODY}`],
    ['POST', '/api/t/none'],
    ['OPTIONS', '/api/t/none'],
    ['GET', '/api/t/none/'],
    ['GET', '/api/t/%6eone'],
    ['GET', '/api/t'],
    ['POST', `/api/hooks/${NOBODY}/replay`],
    ['GET', '/api/v1/messages'],
    ['GET', '/'],
  ])('leaves the rest to Next: %s %s', async (method, path) => {
    expect((await fetch(url + path, { method })).status).toBe(299);
  });
});
