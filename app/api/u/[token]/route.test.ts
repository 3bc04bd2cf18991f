import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { forgetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { withLinks } from '@/lib/tracking/with-links';
import { GET, HEAD, POST } from './route';

useTestDatabase();

beforeAll(() => makeProvider());
beforeEach(() => liveAt('https://relevo.example.com'));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

function liveAt(url: string): void {
  vi.stubEnv('PUBLIC_URL', url);
  forgetEnv();
}

type Input = Parameters<typeof makeMessage>[0];

/** Its headers as they go out, and the token of its link. */
async function makeSent(input: Input = { category: 'marketing' }) {
  const { id } = await makeMessage(input);
  const [row] = await sql()`
    select m.id, company_id as "companyId", category, recipients, html, headers, tracking
    from messages m join message_bodies b on b.message_id = m.id where m.id = ${id}`;
  const { headers } = (await withLinks(row as never, row as never)) as unknown as {
    headers: Record<string, string> | null;
  };
  await deliverMessages(newId(), [id]);
  const token = /\/api\/u\/([\w-]+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
  return { id, headers: headers ?? {}, token };
}

const call = (token: string, init: RequestInit = {}) =>
  ({ GET, HEAD, POST })[(init.method ?? 'GET') as 'GET'](
    new Request(`http://relevo.test/api/u/${token}`, init),
    { params: Promise.resolve({ token }) },
  );

const post = (token: string, body: string, type = 'application/x-www-form-urlencoded') =>
  call(token, { method: 'POST', body, headers: { 'content-type': type } });

/** As Gmail's servers do it (RFC 8058, 3.2 and 8). */
const oneClick = (token: string) => post(token, 'List-Unsubscribe=One-Click');

const suppressed = (address: string) =>
  sql()<{ company: string | null; category: string; cause: string; lifted: boolean }[]>`
    select company_id as company, category, cause, lifted_at is not null as lifted
    from suppressions where address = ${address}`;

describe('the headers of a message', () => {
  it('of marketing name one link, and that one click is enough', async () => {
    const { headers } = await makeSent();
    expect(headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(/^<https:\/\/relevo\.example\.com\/api\/u\/[\w-]+>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });

  it('of a receipt do not, unless it asks for it or the settings do', async () => {
    expect((await makeSent({})).headers).toEqual({});
    expect(Object.keys((await makeSent({ unsubscribe: true })).headers)).toHaveLength(2);
    await updateSettings(testContext, { delivery: { tracking: { unsubscribeAlways: true } } });
    expect(Object.keys((await makeSent({})).headers)).toHaveLength(2);
    await updateSettings(testContext, { delivery: { tracking: { unsubscribeAlways: false } } });
  });

  it('stay those of the message where it has its own', async () => {
    const own = { 'list-unsubscribe': '<mailto:leave@example.com>' };
    expect((await makeSent({ category: 'marketing', headers: own })).headers).toEqual(own);
  });

  it('promise no click without TLS, and nothing where nobody reaches us', async () => {
    liveAt('http://relevo.example.com');
    expect(Object.keys((await makeSent()).headers)).toEqual(['List-Unsubscribe']);
    liveAt('');
    expect((await makeSent()).headers).toEqual({});
  });

  it('of a message to several lead to a page that asks who it is', async () => {
    const to = ['ana@example.com', 'luis@example.com'];
    const { headers } = await makeSent({ category: 'marketing', to });
    expect(Object.keys(headers)).toEqual(['List-Unsubscribe']);
  });
});

describe('one click', () => {
  it('unsubscribes from this category of this company, at once and once', async () => {
    const company = await makeCompany();
    const to = 'one@example.com';
    const { id, token } = await makeSent({ category: 'marketing', to, company: company.key });
    for (let time = 0; time < 3; time++) {
      const answer = await oneClick(token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(await suppressed(to)).toEqual([
      { company: company.id, category: 'marketing', cause: 'unsubscribe', lifted: false },
    ]);
    const { events, status } = await getMessage(testContext, id);
    expect(status).toBe('delivered');
    expect(events.filter(({ type }) => type === 'unsubscribed')).toMatchObject([{ recipient: to }]);
  });

  it('in the inbox of a sandbox says nothing of whom the message is addressed to', async () => {
    const { id, token } = await makeSent({ category: 'marketing', to: 'tried@example.com' });
    await sql()`update messages set status = 'captured' where id = ${id}`;
    expect((await oneClick(token)).status).toBe(200);
    expect(await suppressed('tried@example.com')).toEqual([]);
  });

  it('is understood as a form of several parts, too', async () => {
    const { token } = await makeSent({ category: 'marketing', to: 'parts@example.com' });
    const body =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    // The server hides the type of such a form from Next (`server/page-posts.ts`).
    expect((await post(token, body, 'application/octet-stream')).status).toBe(200);
    expect(await suppressed('parts@example.com')).toHaveLength(1);
  });

  it('works when the message is forgotten', async () => {
    const { id, token } = await makeSent({ category: 'marketing', to: 'later@example.com' });
    for (const table of ['messages', 'message_bodies', 'events'])
      await sql()`delete from ${sql()(table)} where ${sql()(table === 'messages' ? 'id' : 'message_id')} = ${id}`;
    expect((await oneClick(token)).status).toBe(200);
    expect(await suppressed('later@example.com')).toHaveLength(1);
  });

  it.each(['', 'List-Unsubscribe=', 'x=1', 'List-Unsubscribe=One-Click-Not', `x=${'y'.repeat(10_000)}`])(
    'is not %j',
    async (body) => {
      const { token } = await makeSent({ category: 'marketing', to: 'stays@example.com' });
      expect((await post(token, body.slice(0, 5_000))).status).toBe(400);
      expect(await suppressed('stays@example.com')).toEqual([]);
    },
  );

  it('with a link that was changed does nothing', async () => {
    const { token } = await makeSent({ category: 'marketing', to: 'forged@example.com' });
    for (let at = 0; at < token.length; at += 5) {
      const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect((await oneClick(forged)).status).toBe(404);
    }
    expect(await suppressed('forged@example.com')).toEqual([]);
  });

  it('again and again in a moment is refused in the end', async () => {
    const { token } = await makeSent({ category: 'marketing', to: 'often@example.com' });
    const answers = [];
    for (let time = 0; time < 25; time++) answers.push((await oneClick(token)).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
  });
});

describe('the page', () => {
  it.each(['GET', 'HEAD'])(
    'asked for by %s unsubscribes nobody: programs follow every link',
    async (method) => {
      const { token } = await makeSent({ category: 'marketing', to: 'page@example.com' });
      const answer = await call(token, { method, headers: { 'accept-language': 'es' } });
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-language': 'es',
        'x-robots-tag': 'noindex',
      });
      expect(await answer.text()).toContain('page@example.com no recibirá más boletines y ofertas');
      expect(await suppressed('page@example.com')).toEqual([]);
    },
  );

  it('has a button that unsubscribes, and then one that takes it back', async () => {
    const { token } = await makeSent({ category: 'marketing', to: 'button@example.com' });
    expect(await (await call(token)).text()).toContain('<button class="">Unsubscribe</button>');
    expect(await (await post(token, 'does=leave')).text()).toContain('You are unsubscribed');
    expect(await (await post(token, 'does=return')).text()).toContain('You are subscribed again');
    expect(await suppressed('button@example.com')).toMatchObject([{ lifted: true }]);
  });

  it('of a message to several takes whoever is one of them, and nobody else', async () => {
    const to = ['Ana@Müller.example', 'luis@example.com'];
    const { token } = await makeSent({ category: 'marketing', to });
    expect(await (await call(token)).text()).toContain('type="email"');
    expect((await oneClick(token)).status).toBe(422);
    expect((await post(token, 'does=leave&address=eva@example.com')).status).toBe(422);
    expect((await post(token, 'does=leave&address=ANA@xn--mller-kva.example')).status).toBe(200);
    expect(await suppressed('ana@xn--mller-kva.example')).toHaveLength(1);
    expect(await suppressed('luis@example.com')).toEqual([]);
    expect(await suppressed('eva@example.com')).toEqual([]);
  });

  it('shows what stands in names and addresses as text', async () => {
    const company = await makeCompany({ name: '<b>Co & "Co"</b>' });
    const to = "o'ha&ra@example.com";
    const { token } = await makeSent({ category: 'marketing', company: company.key, to });
    const text = await (await call(token)).text();
    expect(text).not.toContain('<b>');
    expect(text).toContain('o&#39;ha&#38;ra@example.com will get no more newsletters');
  });
});
