import { beforeAll, describe, expect, it } from 'vitest';
import { countStored, serveCompat } from '@/lib/testing/compat';
import { brevo } from '@/lib/testing/compat-fields/brevo';
import { type PublishedFields, withField } from '@/lib/testing/compat-fields/fields';
import { mailgun } from '@/lib/testing/compat-fields/mailgun';
import { postmark } from '@/lib/testing/compat-fields/postmark';
import { resend } from '@/lib/testing/compat-fields/resend';
import { sendgrid } from '@/lib/testing/compat-fields/sendgrid';
import { ses } from '@/lib/testing/compat-fields/ses';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { HOSTILE_VALUES } from '@/lib/testing/hostile/values';
import { createAccessKey } from '@/lib/tokens/access-keys';
import { createToken } from '@/lib/tokens/create';
import { directRoute } from '@/server/direct-routes';

useTestDatabase();
const { url } = serveCompat(directRoute);
let token: string;
let pair: string;
beforeAll(async () => {
  await makeProvider();
  const scopes: ['messages:send'] = ['messages:send'];
  const made = await createToken(testContext, { name: 'published fields', scopes });
  token = made.token;
  const { accessKeyId, secretAccessKey } = await createAccessKey(testContext, made);
  pair = `${accessKeyId} ${secretAccessKey}`;
});

const APIS: Record<string, PublishedFields> = { sendgrid, resend, postmark, brevo, mailgun, ses };

async function post(
  { path, headers, encode = JSON.stringify }: PublishedFields,
  body: string | object,
): Promise<Response> {
  const text = typeof body === 'string' ? body : (encode(body) ?? '');
  const key = path.startsWith('/compat/ses/') ? pair : token;
  return fetch(url(path), { method: 'POST', headers: await headers(key, text, url(path)), body: text });
}

describe.each(Object.entries(APIS))('%s', (_name, api) => {
  it.each(api.fields.map(([path, value, outcome]) => [path, JSON.stringify(value), outcome, value] as const))(
    'has %s %s: %s',
    async (path, _told, outcome, value) => {
      const before = await countStored();
      const answer = await post(api, withField(api.body(), path, value));
      const text = await answer.text();
      if (outcome === 'honoured') return expect([text, answer.ok]).toEqual([text, true]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      const last = path
        .split('.')
        .filter((step) => !/^\d+$/.test(step))
        .at(-1)!;
      expect(api.namesIn(text)).toContain(last);
      expect(await countStored()).toBe(before);
    },
  );

  it('answers what is no message with an error of its own, and no request with a fault', async () => {
    const failed: string[] = [];
    const places = ['', ...Object.keys(api.body()), ...api.fields.map(([path]) => path)];
    for (const place of new Set(places))
      for (const value of HOSTILE_VALUES) {
        const answer = await post(api, place ? withField(api.body(), place, value) : (value as object));
        if (answer.status >= 500)
          failed.push(`${answer.status} ${place} ${JSON.stringify(value)?.slice(0, 60)}`);
        await answer.arrayBuffer();
      }
    expect(failed).toEqual([]);
  }, 120_000);

  it('refuses what is no message at all', async () => {
    for (const body of ['', '{', '[', 'null', '"a"', '{"to":"\ud800"}', '['.repeat(5000)]) {
      const answer = await post(api, body);
      expect(answer.status, body.slice(0, 20)).toBeGreaterThanOrEqual(400);
      expect(answer.status, body.slice(0, 20)).toBeLessThan(500);
      expect(api.namesIn(await answer.text())).toBeDefined();
    }
  });

  it('stores nothing for who has no token, and reads no more than a message may have', async () => {
    const before = await countStored();
    const text = (api.encode ?? JSON.stringify)(api.body());
    const headers = await api.headers('rlv_nobody', text, url(api.path));
    const strange = await fetch(url(api.path), { method: 'POST', headers, body: text });
    expect([401, 403]).toContain(strange.status);
    const large = await post(api, withField(api.body(), 'something', 'x'.repeat(37 * 1024 * 1024)));
    expect([413, 422]).toContain(large.status);
    expect(await countStored()).toBe(before);
  });
});
