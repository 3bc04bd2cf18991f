import type { IncomingMessage } from 'node:http';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { currentSettings, forgetSettings, SETTINGS_MAX_AGE_MS } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { doorsOf, isAddressAdmitted } from './address-rules';
import { setClientAddress } from './request-guard';
import { completeHeaders } from './response-headers';
import { turnAway } from './turned-away';

useTestDatabase();

/** As `web.ts` puts them together, behind one proxy. */
const server = createServer(async (request, response) => {
  completeHeaders(request, response);
  const address = setClientAddress(request, 1);
  if (!(await isAddressAdmitted(request, address))) return turnAway(request, response, address);
  response.end('in');
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

beforeEach(async () => {
  await sql()`delete from settings`;
  forgetSettings();
});

const rule = (security: object) => updateSettings(testContext, { security });

function from(address: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const all = { 'x-forwarded-for': address, ...headers };
    httpRequest({ host: '127.0.0.1', port, path, method, headers: all }, async (response) =>
      resolve({
        status: response.statusCode!,
        headers: response.headers,
        body: await text(response),
      }),
    )
      .on('error', reject)
      .end();
  });
}

const OFFICE = '203.0.113.9';
const STRANGER = '198.51.100.7';
const token = { authorization: 'Bearer rlv_x' };
const page = { accept: 'text/html,application/xhtml+xml' };

describe('rules of the panel and of the API', () => {
  it('hold for each alone', async () => {
    await rule({ panelAllow: [`${OFFICE}/32`], apiDeny: [`${OFFICE}/32`] });
    expect((await from(OFFICE, '/')).status).toBe(200);
    expect((await from(STRANGER, '/')).status).toBe(403);
    expect((await from(OFFICE, '/api/v1/messages', token)).status).toBe(403);
    expect((await from(STRANGER, '/api/v1/messages', token)).status).toBe(200);
  });

  it.each(['/', '/sign-in', '/setup/x', '/api/auth/signin', '/api/oauth/callback', '/%61pi/v1/messages'])(
    'of the panel hold for %s',
    async (path) => {
      await rule({ panelAllow: [`${OFFICE}/32`] });
      expect((await from(STRANGER, path)).status).toBe(403);
    },
  );

  it.each(['/api/v1/messages', '/api/v1', '/%61pi/v1/messages', '/api%2fv1/messages'])(
    'of the API hold for %s',
    async (path) => {
      await rule({ apiAllow: [`${OFFICE}/32`] });
      expect((await from(STRANGER, path, token)).status).toBe(403);
      expect((await from(OFFICE, path, token)).status).toBe(200);
    },
  );

  it('what the panel reads follows the rules of the panel, and a token beside the cookie those of the API', async () => {
    await rule({ panelAllow: [`${OFFICE}/32`] });
    const cookie = { cookie: 'relevo.session=x' };
    expect((await from(STRANGER, '/api/v1/messages', cookie)).status).toBe(403);
    expect((await from(OFFICE, '/api/v1/messages', cookie)).status).toBe(200);
    expect((await from(STRANGER, '/api/v1/messages', { ...cookie, ...token })).status).toBe(200);
  });

  it.each([
    '/api/health',
    '/api/health/ready',
    '/api/hooks/main',
    '/api/t/abc',
    '/api/u/abc',
    '/_next/static/a.js',
  ])('never hold for %s', async (path) => {
    await rule({ panelDeny: ['0.0.0.0/0'], apiDeny: ['0.0.0.0/0'] });
    expect((await from(STRANGER, path)).status).toBe(200);
  });

  it('are felt within a second by a process that knew others', async () => {
    expect((await from(STRANGER, '/')).status).toBe(200);
    const before = await currentSettings();
    // As another process writes it: nothing in this one is forgotten.
    await sql()`insert into settings (key, value) values ('security', ${sql().json({ panelDeny: [`${STRANGER}/32`] })})
      on conflict (key) do update set value = excluded.value`;
    const began = performance.now();
    await until(async () => expect((await from(STRANGER, '/')).status).toBe(403));
    expect(performance.now() - began).toBeLessThan(SETTINGS_MAX_AGE_MS + 500);
    expect(before.security.panelDeny).toEqual([]);
  });
});

describe('who is kept out', () => {
  beforeEach(() => rule({ panelAllow: [`${OFFICE}/32`], apiAllow: [`${OFFICE}/32`] }));

  it('as a program is told in RFC 9457', async () => {
    const answer = await from(STRANGER, '/api/v1/messages', token);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({
      status: 403,
      code: 'address_not_allowed',
      detail: expect.stringContaining(STRANGER),
    });
  });

  it('as a person sees the address and the way back in, in their language', async () => {
    const english = await from(STRANGER, '/providers', page);
    expect(english.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(english.body).toContain(STRANGER);
    expect(english.body).toContain('./relevo ip-rules clear');
    const spanish = await from(STRANGER, '/', { ...page, 'accept-language': 'es-PY' });
    expect(spanish.body).toContain('<html lang="es">');
    const chosen = await from(STRANGER, '/', { ...page, cookie: 'a=b; relevo.locale=es' });
    expect(chosen.body).toContain('<html lang="es">');
    expect(english.headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('sees no page where none was asked for', async () => {
    const action = await from(STRANGER, '/', { ...page, 'next-action': 'x' }, 'POST');
    expect([action.status, action.body]).toEqual([403, 'address_not_allowed']);
    const navigation = await from(STRANGER, '/', { ...page, rsc: '1' });
    expect([navigation.status, navigation.body]).toEqual([403, 'address_not_allowed']);
    expect((await from(STRANGER, '/', page, 'HEAD')).status).toBe(403);
  });

  it('writes nothing of its own into the page', async () => {
    const answer = await from('<script>alert(1)</script>', '/', page);
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('<script>');
  });
});

it('tells the door by both readings of a path', () => {
  const doors = (url: string, headers = {}) => doorsOf({ url, headers } as IncomingMessage);
  expect(doors('/api%2fv1/messages', token)).toEqual(['panel', 'api']);
  expect(doors('/api/v1/messages?x=/', token)).toEqual(['api']);
  expect(doors('/api/v10/messages')).toEqual([]);
  expect(doors('/api/metrics', token)).toEqual(['api']);
  expect(doors('/api/metrics', { cookie: 'a=b' })).toEqual(['panel']);
  expect(doors('/api/metrics')).toEqual([]);
  expect(doors('/apiary')).toEqual(['panel']);
});
