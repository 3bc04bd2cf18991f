import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import {
  dropInsides,
  hasPlainTarget,
  hasReadableReturn,
  hasReadableState,
  setClientAddress,
} from './request-guard';

function request(headers: Record<string, string>, url = '/', remoteAddress = '::ffff:198.51.100.7') {
  return { url, headers: { ...headers }, socket: { remoteAddress } } as unknown as IncomingMessage;
}

describe('the address of the caller', () => {
  const forged = {
    'x-forwarded-for': '10.0.0.1',
    'x-real-ip': '10.0.0.1',
    'x-relevo-client-address': '10.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=10.0.0.1',
  };

  test('without a proxy nothing a caller says about itself counts', () => {
    const incoming = request(forged);
    setClientAddress(incoming, 0);
    expect(incoming.headers).toEqual({
      'x-forwarded-for': '198.51.100.7',
      'x-real-ip': '198.51.100.7',
      'x-relevo-client-address': '198.51.100.7',
    });
  });

  test('behind one proxy the last entry counts, which that proxy wrote', () => {
    const incoming = request({ ...forged, 'x-forwarded-for': '10.0.0.1, 203.0.113.9' });
    setClientAddress(incoming, 1);
    expect(incoming.headers['x-relevo-client-address']).toBe('203.0.113.9');
    expect(incoming.headers['x-forwarded-proto']).toBe('https');
  });

  test('a proxy that wrote nothing leaves the address of the connection', () => {
    const incoming = request({});
    setClientAddress(incoming, 2);
    expect(incoming.headers['x-relevo-client-address']).toBe('198.51.100.7');
  });
});

test.each([
  ['/api/health', true],
  ['http://169.254.169.254/latest', false],
  ['*', false],
  ['', false],
  ['/messages/ni%C3%B1o?q=%', true],
  ['/api/v1/messages/%', false],
  ['/api/v1/messages/%ED%A0%80', false],
  ['/api/v1/messages/%C3', false],
  ['/a%00b', false],
  ['/a%0Ab', false],
  // What `new URL` makes another path of.
  ['/api/./auth/callback/credentials', false],
  ['/api/x/../auth/callback/credentials', false],
  ['/api/v1/%2e%2E/auth/callback/credentials', false],
  ['/api/v1/.%2e/auth/callback/credentials', false],
  ['/api/%2e/auth/callback/credentials', false],
  ['/api/v1/..%2fauth/callback/credentials', false],
  ['/api/v1/%252e%252e/auth/callback/credentials', false],
  ['/api\\auth/callback/credentials', false],
  ['/api/v1/..%5cauth', false],
  ['//api/auth', false],
  ['/api//auth', false],
  ['/api/v1/..', false],
  ['/api/auth#/', false],
  ['/api/v1/providers/a.b..c%2Fd', true],
  ['/.well-known/x/?next=/../a//b', true],
])('request target %j is plain: %s', (url, plain) => {
  expect(hasPlainTarget(request({}, url))).toBe(plain);
});

test.each<[string | undefined, boolean]>([
  [undefined, true],
  [encodeURIComponent(JSON.stringify(['', { children: ['messages', {}] }])), true],
  ['', false],
  ['{', false],
  ['%', false],
  ['[1]', false],
  [`["",{}], ["",{}]`, false],
  [JSON.stringify(['x'.repeat(50_000), {}]), false],
])('a router state of %j can be read: %s', (state, readable) => {
  expect(hasReadableState(request(state === undefined ? {} : { 'next-router-state-tree': state }))).toBe(
    readable,
  );
});

test.each<[string, string, boolean]>([
  ['/api/auth/session', '', true],
  ['/api/auth/session', 'a=b; authjs.callback-url=http%3A%2F%2Flocalhost%3A3000%2Fx', true],
  ['/api/auth/session', '__Secure-authjs.callback-url=https%3A%2F%2Fmail.example', true],
  ['/api/auth/session', 'authjs.callback-url=%', false],
  ['/api/auth/session', 'a=b; __Secure-authjs.callback-url=javascript%3A1', false],
  ['/api/auth/session?callbackUrl=%2Fmessages', '', true],
  ['/api/auth/session?callbackUrl=x', '', false],
  ['/sign-in?callbackUrl=x', 'authjs.callback-url=%', true],
])('where %s with %j leads afterwards can be read: %s', (url, cookie, readable) => {
  expect(hasReadableReturn(request({ cookie }, url))).toBe(readable);
});

test('nobody from outside says that a request was judged already', () => {
  const headers = {
    'x-middleware-prefetch': '1',
    'x-middleware-subrequest': 'proxy:proxy',
    accept: 'text/html',
  };
  const incoming = { headers } as unknown as IncomingMessage;
  dropInsides(incoming);
  expect(incoming.headers).toEqual({ accept: 'text/html' });
});
