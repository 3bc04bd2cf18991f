import { createServer, request as httpRequest, IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { signIn } from '@/lib/testing/http';
import { admitPost } from './page-posts';
import { isApi, refusalOf, refuse } from './request-guard';
import { completeHeaders } from './response-headers';

useTestDatabase();

const ACTION = '7f'.padEnd(42, '0');

/** As `web.ts` puts them together; what is admitted is echoed. */
const server = createServer((request, response) => {
  completeHeaders(request, response);
  const refusal = refusalOf(request);
  if (refusal) return refuse(response, refusal);
  void admitPost(request).then(async (admitted) => {
    if (!(admitted instanceof IncomingMessage)) return refuse(response, admitted);
    if (admitted.url === '/api/v1/unread') return response.end('unread');
    if (admitted.url === '/own-policy') response.setHeader('content-security-policy', "frame-src 'self'");
    const { 'next-action': action, 'content-type': type } = admitted.headers;
    response.end(`${action} ${isApi(admitted) ? `${type} ` : ''}${await text(admitted)}`);
  });
});
let port: number;
let cookie: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  cookie = await signIn('technician');
});
afterAll(() => server.close());

type Post = {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  chunked?: boolean;
  action?: string | null;
};

function send(
  body: string,
  { path = '/sign-in', method = 'POST', headers = {}, chunked, action = ACTION }: Post = {},
) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const own = {
      ...(action !== null && { 'next-action': action }),
      'content-type': 'text/plain;charset=UTF-8',
      origin: `http://127.0.0.1:${port}`,
      ...(!chunked && { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const outgoing = httpRequest({ host: '127.0.0.1', port, path, method, headers: own }, async (response) =>
      resolve({ status: response.statusCode!, body: await text(response) }),
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('a post to a page', () => {
  it('of our own is handed on as it came', async () => {
    const input = '[{"email":"a@b.c","password":"$$$undefined","name":"ñ 😀","x":"$undefined"}]';
    for (const chunked of [false, true])
      expect(await send(input, { chunked })).toEqual({ status: 200, body: `${ACTION} ${input}` });
  });

  it('takes 8 kB of a stranger, who is asked to sign in beyond it', async () => {
    const large = JSON.stringify([{ text: 'x'.repeat(9000) }]);
    expect(await send(large)).toEqual({ status: 401, body: 'unauthorized' });
    expect(await send(large, { chunked: true })).toEqual({ status: 401, body: 'unauthorized' });
    expect(await send(large, { headers: { cookie: cookie.replace(/.{9}$/, 'forged000') } })).toEqual({
      status: 401,
      body: 'unauthorized',
    });
  });

  it('takes long forms of people, but no messages with files', async () => {
    const large = JSON.stringify([{ text: 'x'.repeat(500_000) }]);
    expect(await send(large, { headers: { cookie } })).toEqual({ status: 200, body: `${ACTION} ${large}` });
    const { status } = await send(JSON.stringify([{ text: 'x'.repeat(600_000) }]), {
      headers: { cookie },
    }).catch(() => ({
      status: 413,
    }));
    expect(status).toBe(413);
  });

  it.each([
    ['many properties', `[{${Array.from({ length: 30_000 }, (_, n) => `"k${n}":1`)}}]`],
    ['many lists', `[${'[],'.repeat(900)}[]]`.replaceAll('[]', `[${'0,'.repeat(30)}0]`)],
    ['depth', `${'['.repeat(40)}${']'.repeat(40)}`],
  ])('with %s is refused, whoever sends it', async (_, body) => {
    expect(await send(body, { headers: { cookie } })).toEqual({ status: 400, body: 'validation_failed' });
  });

  it.each([
    '{',
    '{}',
    '[1,2]',
    '\ufeff[]',
    '["$F1"]',
    '["$@0"]',
    '[{"a":{"then":"$1:__proto__:then"}}]',
    '[{"__proto__":1}]',
    '["$Q1"]',
    '',
  ])('with %s is none of ours', async (body) => {
    expect(await send(body)).toEqual({ status: 400, body: 'malformed_json' });
  });

  it.each<[string, number, Record<string, string>]>([
    ['a form', 415, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a plain form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['compressed', 415, { 'content-encoding': 'gzip' }],
    ['from another site', 403, { origin: 'https://evil.example' }],
    ['from another port', 403, { origin: 'http://127.0.0.1:1' }],
    ['from nowhere', 403, { origin: 'null' }],
    ['from what is no origin', 403, { origin: 'a\tb' }],
    ['that a browser calls cross-site', 403, { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused with %i', async (_, status, headers) => {
    expect((await send('[]', { headers })).status).toBe(status);
  });
});

it('a post that names no action, and other methods, are not for pages', async () => {
  for (const none of ['', 'x', '__proto__', ACTION.slice(1)])
    expect((await send('[]', { headers: { 'next-action': none } })).status, none).toBe(405);
  const response = await fetch(`http://127.0.0.1:${port}/sign-in`, { method: 'POST', body: '[]' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  for (const method of ['PUT', 'DELETE', 'TRACE', 'PROPFIND'])
    expect((await send('', { method })).status, method).toBe(405);
  expect((await send('', { method: 'TRACE', path: '/api/v1/messages' })).status).toBe(405);
  expect((await send('', { method: 'GET', path: '/_next/data/x/index.json' })).status).toBe(404);
});

it('signing in by HTTP takes 8 kB as well', async () => {
  const path = '/api/auth/callback/credentials';
  expect((await send('email=a', { path, action: null })).status).toBe(200);
  for (const chunked of [false, true])
    expect(JSON.parse((await send('x'.repeat(9000), { path, chunked, action: null })).body)).toEqual({
      type: '/api/errors#payload_too_large',
      title: 'Payload Too Large',
      status: 413,
      code: 'payload_too_large',
      requestId: expect.any(String),
    });
});

it.each([
  '/api/./auth/callback/credentials',
  '/api/v1/../auth/callback/credentials',
  '/api/%2e/auth/callback/credentials',
])('signing in by way of %s is refused', async (path) => {
  expect((await send('x'.repeat(9000), { path, action: null })).status).toBe(400);
});

const form = { 'content-type': 'multipart/form-data; boundary=x' };

it('a path of the API in other letters counts as a page', async () => {
  const path = '/api/%61uth/callback/credentials';
  expect((await send('{}', { path, action: null })).status).toBe(405);
  expect((await send('{}', { path, headers: form })).status).toBe(415);
  expect((await send(`["${'x'.repeat(9000)}"]`, { path })).status).toBe(401);
});

it('no API takes an action; a form of several parts reaches it as bytes that nobody reads', async () => {
  for (const path of ['/api/v1/zzz', '/api/v1/messages', '/api/oauth/zzz', '/api/zzz', '/api', '/api/']) {
    expect((await send('{}', { path, action: null })).body, path).toBe(
      'undefined text/plain;charset=UTF-8 {}',
    );
    expect((await send('[]', { path })).status, path).toBe(400);
    const posted = await send('--x--', { path, headers: form, action: null });
    expect(posted.body, path).toBe('undefined application/octet-stream --x--');
  }
  expect((await send('--x--', { path: '/api/auth/zzz', headers: form, action: null })).status).toBe(415);
});

describe('an answer before the whole request has come', () => {
  /** All that the server says until it ends the connection. */
  const converse = (head: string, rest: string) =>
    new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\nhost: x\r\n\r\n${rest}`));
      socket.on('data', (chunk) => {
        heard += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(heard));
    });

  it.each([
    [
      'POST /api/auth/callback/credentials HTTP/1.1\r\ntransfer-encoding: chunked',
      `2710\r\n${'x'.repeat(10_000)}\r\n`,
      413,
    ],
    ['POST /api/v1/unread HTTP/1.1\r\ncontent-length: 100000', 'x', 200],
    ['POST /sign-in HTTP/1.1\r\ncontent-length: 100000', 'x', 405],
  ])('ends the connection and says so: %s', async (head, rest, status) => {
    const heard = await converse(head, rest);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard.toLowerCase()).toContain('connection: close');
  });

  it('of a whole one keeps it', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/read`, { method: 'POST', body: '{}' });
    expect(response.headers.get('connection')).toBe('keep-alive');
  });
});

it('every answer has a policy, its own or one that allows nothing', async () => {
  const policy = async (path: string, method = 'GET') => {
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    return headers.get('content-security-policy');
  };
  for (const answer of [policy('/api/v1/messages'), policy('/%'), policy('/x', 'PUT'), policy('/x', 'POST')])
    expect(await answer).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  expect(await policy('/own-policy')).toBe("frame-src 'self'");
});
