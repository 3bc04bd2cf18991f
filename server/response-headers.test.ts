import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { requestIdOf } from '@/lib/http/request-id';
import { refusalOf, refuse } from './request-guard';
import { completeHeaders } from './response-headers';

const OWN_POLICY = "frame-ancestors 'self'";
const server = createServer((request, response) => {
  completeHeaders(request, response);
  const refusal = refusalOf(request);
  if (refusal) return refuse(response, refusal);
  if (request.url === '/own') {
    response.setHeader('x-request-id', 'own');
    return response.writeHead(200, { 'content-security-policy': OWN_POLICY }).end();
  }
  response.end(requestIdOf(new Headers(request.headers as Record<string, string>)));
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
afterEach(() => {
  delete process.env.PUBLIC_URL;
  forgetEnv();
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('every answer', () => {
  it.each(['/', '/own', '/api/v1/messages', '/_next/data/x', '/a%00b'])(
    'says what holds of it: %s',
    async (path) => {
      const { headers } = await fetch(url + path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-request-id': expect.stringMatching(UUID),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
      expect(headers.get('content-security-policy')).toBe(
        path === '/own'
          ? OWN_POLICY
          : "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
    },
  );

  it('has an id that no caller chose, the same to the handler and in a refusal', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const answer = await fetch(url, { headers: { 'x-request-id': 'chosen\tby me' } });
        expect(await answer.text()).toBe(answer.headers.get('x-request-id'));
        return answer.headers.get('x-request-id');
      }),
    );
    expect(new Set(ids).size).toBe(2);
    const refused = await fetch(`${url}/api/v1/messages`, { method: 'PROPFIND' });
    expect([refused.status, (await refused.json()).requestId]).toEqual([
      405,
      refused.headers.get('x-request-id'),
    ]);
  });

  it('binds browsers to HTTPS where people use that, and only there', async () => {
    expect((await fetch(url)).headers.get('strict-transport-security')).toBeNull();
    process.env.PUBLIC_URL = 'https://relevo.example.com';
    forgetEnv();
    const told = (await fetch(`${url}/api/v1/messages`)).headers.get('strict-transport-security');
    // ASVS 5.0, 3.4.1: a year at least.
    expect(Number(/max-age=(\d+)/.exec(told ?? '')?.[1])).toBeGreaterThanOrEqual(31_536_000);
    expect(told).toContain('includeSubDomains');
  });
});
