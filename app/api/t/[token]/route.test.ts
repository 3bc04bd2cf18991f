import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { forgetEnv } from '@/lib/env';
import { CLIENT_ADDRESS_HEADER } from '@/lib/http/client-address';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { flushVisits } from '@/lib/tracking/visits';
import { withLinks } from '@/lib/tracking/with-links';
import { GET, HEAD } from './route';

useTestDatabase();

const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const HTML =
  '<body><a href="https://shop.example/order?id=7&amp;utm_source=mail">Order</a> <a href="https://shop.example/help">Help</a>' +
  ' <a href="mailto:help@shop.example">Write</a></body>';

beforeAll(() => makeProvider());
beforeEach(() => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
});
afterEach(async () => {
  await flushVisits();
  vi.unstubAllEnvs();
  forgetEnv();
});

/** A message that was sent a minute ago, and the tokens of its picture and links. */
async function makeTracked(to: string | string[] = 'ana@example.com') {
  const { id } = await makeMessage({ to, html: HTML, tracking: { opens: true, clicks: true } });
  const [row] = await sql()`
    select m.id, recipients, html, headers, tracking from messages m join message_bodies b on b.message_id = m.id where m.id = ${id}`;
  const { html } = (await withLinks(row as never, row as never)) as unknown as { html: string };
  await deliverMessages(newId(), [id]);
  await sql()`update attempts set started_at = now() - interval '1 minute', finished_at = now() - interval '1 minute' where message_id = ${id}`;
  const tokens = Array.from(
    html.matchAll(/https:\/\/relevo\.example\.com\/api\/t\/([\w.-]+)/g),
    ([, token]) => token!,
  );
  const [pixel = '', order = '', help = ''] = tokens;
  return { id, html, pixel, order, help, count: tokens.length };
}

function visit(token: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  const request = new Request(`http://relevo.test/api/t/${token}`, {
    method,
    headers: { 'user-agent': BROWSER, [CLIENT_ADDRESS_HEADER]: '203.0.113.77', ...headers },
  });
  return (method === 'GET' ? GET : HEAD)(request, { params: Promise.resolve({ token }) });
}

async function story(id: string) {
  await flushVisits();
  const { status, recipients, events } = await getMessage(testContext, id);
  const visits = events.filter(({ type }) => type === 'opened' || type === 'clicked');
  return { status, recipient: recipients[0]!.status, visits };
}

describe('a message that is to be followed', () => {
  it('has links of ours for those to the web, and one picture', async () => {
    const { html, count } = await makeTracked();
    expect(count).toBe(3);
    expect(html).toMatch(
      /^<body><img src="https:\/\/relevo\.example\.com\/api\/t\/[\w-]+\.gif" alt="" width="1" height="1"[^>]*><a href="/,
    );
    expect(html).toContain('<a href="mailto:help@shop.example">Write</a></body>');
    expect(html).not.toContain('https://shop.example');
  });
});

describe('a click', () => {
  it('leads where the link led, and is told in the story of the message', async () => {
    const { id, order } = await makeTracked();
    const answer = await visit(order);
    expect(answer.status).toBe(302);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      location: 'https://shop.example/order?id=7&utm_source=mail',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    });
    expect(await story(id)).toMatchObject({
      status: 'delivered',
      recipient: 'delivered',
      visits: [
        {
          type: 'clicked',
          recipient: 'ana@example.com',
          detail: {
            link: 'https://shop.example/order?id=7&utm_source=mail',
            agent: BROWSER,
            ip: '203.0.113.0',
          },
        },
      ],
    });
  });

  it('waits for nothing to be written, and works without a database', async () => {
    const { order } = await makeTracked();
    await visit(order);
    const locked = await sql().reserve();
    try {
      await locked`begin`;
      await locked`lock table events, messages`;
      // It would be waited for as long as the tables are locked.
      expect((await visit(order)).status).toBe(302);
    } finally {
      await locked`rollback`;
      locked.release();
    }
  });

  it('on all links within a moment is told as a machine’s, and nobody has it for that', async () => {
    const { id, order, help } = await makeTracked();
    await Promise.all([visit(order), visit(help)]);
    const { status, visits } = await story(id);
    expect(status).toBe('sent');
    expect(visits.map(({ detail }) => detail?.machine)).toEqual(['every_link', 'every_link']);
  });

  it('is one, however often it is repeated in a moment', async () => {
    const { id, order } = await makeTracked();
    vi.useFakeTimers({ now: new Date('2026-11-29T12:00:01Z'), toFake: ['Date'] });
    try {
      for (let time = 0; time < 5; time++) await visit(order);
    } finally {
      vi.useRealTimers();
    }
    expect((await story(id)).visits).toHaveLength(1);
  });

  it('of one of several is told without saying whose', async () => {
    const { id, order } = await makeTracked(['ana@example.com', 'luis@example.com']);
    await visit(order);
    expect(await story(id)).toMatchObject({ status: 'sent', visits: [{ recipient: null }] });
  });
});

describe('the picture', () => {
  it.each<Record<string, string>>([{}, { 'user-agent': 'Mozilla/5.0' }])(
    'is the same 43 bytes for everybody (%j), and for a link that is none',
    async (headers) => {
      const { pixel } = await makeTracked();
      for (const token of [pixel, pixel.replace('.gif', 'A.gif'), '.gif', `${'x'.repeat(200)}.gif`]) {
        const answer = await visit(token, headers);
        expect(answer.status).toBe(200);
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          'content-type': 'image/gif',
          'content-length': '43',
          'cache-control': 'no-store',
          'cross-origin-resource-policy': 'cross-origin',
        });
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect(bytes).toHaveLength(43);
        expect(bytes.subarray(0, 6).toString()).toBe('GIF89a');
      }
    },
  );

  it('tells that the message was opened', async () => {
    const { id, pixel } = await makeTracked();
    await visit(pixel);
    expect(await story(id)).toMatchObject({ status: 'delivered', visits: [{ type: 'opened' }] });
  });

  it.each([
    [{ 'user-agent': 'Mozilla/5.0' }, 'apple'],
    [
      {
        'user-agent':
          'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      },
      'google',
    ],
    [{ 'sec-purpose': 'prefetch' }, 'prefetch'],
  ])('loaded by a machine (%j) is told so, and not as opened by somebody', async (headers, machine) => {
    const { id, pixel } = await makeTracked();
    await visit(pixel, headers as Record<string, string>);
    expect(await story(id)).toMatchObject({ status: 'sent', visits: [{ detail: { machine } }] });
  });

  it('asked for by HEAD has no bytes', async () => {
    const { pixel, order } = await makeTracked();
    expect(await (await visit(pixel, {}, 'HEAD')).text()).toBe('');
    expect((await visit(order, {}, 'HEAD')).status).toBe(302);
  });
});

describe('what was tampered with', () => {
  it('leads nowhere, says so in the visitor’s language, and is told of no message', async () => {
    const { id, order, pixel } = await makeTracked();
    const swapped = order.slice(0, -1) + (order.endsWith('A') ? 'B' : 'A');
    for (const token of [
      swapped,
      pixel.replace('.gif', ''),
      'x',
      '%2e%2e',
      `${order}?url=https://evil.example`,
    ]) {
      const answer = await visit(token, { 'accept-language': 'es-PY' });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain('<html lang="es">');
    }
    await visit(`${swapped}.gif`);
    expect((await story(id)).visits).toEqual([]);
  });
});

describe('of who came', () => {
  it.each([
    ['whole', '203.0.113.77'],
    ['none', undefined],
  ] as const)('the address is kept as the settings say: %s', async (addresses, ip) => {
    await updateSettings(testContext, { delivery: { tracking: { addresses } } });
    const { id, pixel } = await makeTracked();
    await visit(pixel);
    expect((await story(id)).visits[0]?.detail?.ip).toBe(ip);
    await updateSettings(testContext, { delivery: { tracking: { addresses: 'network' } } });
  });

  it('no more is kept than fits, however much they send', async () => {
    const { id, pixel } = await makeTracked();
    for (let n = 0; n < 700; n++)
      await visit(pixel, { 'user-agent': `${BROWSER} ${n} ${'x'.repeat(5_000)}` });
    const { visits } = await story(id);
    expect(visits.length).toBeLessThanOrEqual(500);
    expect(String(visits[0]?.detail?.agent)).toHaveLength(300);
  });
});
