import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { givePass } from './forwarded-actions';
import { setClientAddress } from './request-guard';

const ACTION = '7f'.padEnd(42, '0');

let hops = 0;
let kept: IncomingHttpHeaders = {};

/** As `web.ts`, in front of what hands an action on as Next does: by a request of its own, with the headers it got. */
const server = createServer(async (request, response) => {
  givePass(request, response, setClientAddress(request, hops));
  const { headers } = request;
  if (request.url === '/elsewhere' && headers['x-action-forwarded'] === undefined) {
    kept = headers;
    const { connection: _, 'content-length': _length, ...copied } = headers;
    const answer = await fetch(`http://127.0.0.1:${port}/elsewhere`, {
      method: 'POST',
      headers: { ...(copied as Record<string, string>), 'x-action-forwarded': '1' },
    });
    return response.end(await answer.text());
  }
  response.end(JSON.stringify([headers[CLIENT_ADDRESS_HEADER], headers['x-forwarded-host']]));
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

async function post(path: string, headers: Record<string, string>): Promise<unknown> {
  const own = { 'next-action': ACTION, ...headers };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: own });
  return answer.json();
}

describe('an action that Next hands on to itself', () => {
  it.each([
    [1, '203.0.113.9'],
    [2, '203.0.113.9, 198.51.100.1'],
    [3, '203.0.113.9, 198.51.100.1, 198.51.100.2'],
  ])('keeps the address of its caller behind %i proxies', async (count, forwardedFor) => {
    hops = count;
    const headers = { 'x-forwarded-for': `10.9.9.9, ${forwardedFor}`, 'x-forwarded-host': 'mail.example' };
    for (const path of ['/sign-in', '/elsewhere'])
      expect(await post(path, headers), path).toEqual(['203.0.113.9', 'mail.example']);
  });

  it('has nothing from a caller who says that it is one', async () => {
    hops = 0;
    const claims = {
      'x-action-forwarded': '1',
      'x-forwarded-for': '10.9.9.9',
      'x-forwarded-host': 'evil.example',
    };
    for (const pass of ['made-up', 'undefined', 'x'.repeat(32)])
      expect(await post('/sign-in', { ...claims, 'x-relevo-pass': pass })).toEqual(['127.0.0.1', null]);
  });

  it('has a pass of its own, which ends with it', async () => {
    hops = 1;
    await post('/elsewhere', { 'x-forwarded-for': '203.0.113.9' });
    const spent = String(kept['x-relevo-pass']);
    expect(spent).toMatch(/^[\w-]{32}$/);
    hops = 0;
    expect(await post('/sign-in', { 'x-relevo-pass': spent })).toEqual(['127.0.0.1', null]);
  });
});
