import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { type MailServer, startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, signIn } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const en = translator('en');
const es = translator('es');
const EMAIL = 'tracking@example.com';
/** Where recipients reach it: the links name it, and the tests ask the system itself. */
const ADDRESS = 'http://relevo.example.com';
const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

let mailServer: MailServer;
let own: System;
let authorization: string;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  mailServer = await startMailServer(RELAY_PASSWORD);
  own = await startSystem({ PUBLIC_URL: ADDRESS });
  await addProviders(own, relayTo(mailServer, { name: 'Relay' }));
  const [token] = await Promise.all([
    own.relevo('token', 'create', '--name', 'tracking', '--scopes', 'messages:send'),
    own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD),
  ]);
  authorization = `Bearer ${token.trim()}`;
});

test.afterAll(async () => {
  await own.stop();
  await mailServer.close();
});

/** As it arrived: the links in its HTML and in its header, as paths of the system. */
async function send(to: string) {
  const answer = await fetch(`${own.url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', prefer: 'wait=20' },
    body: JSON.stringify({
      to,
      subject: `News for ${to}`,
      category: 'marketing',
      html: '<body><p>Hello</p><a href="https://shop.example/offer?id=7">Offer</a> <a href="https://shop.example/more">More</a></body>',
    }),
  });
  const { id } = await answer.json();
  const mail = mailServer.mails.find(({ subject }) => subject === `News for ${to}`)!;
  const header = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
  const pathsIn = (text: string) =>
    Array.from(text.matchAll(/http:\/\/relevo\.example\.com(\/api\/[tu]\/[\w.-]+)/g), ([, path]) => path!);
  const [pixel = '', offer = ''] = pathsIn(String(mail.html));
  // What comes sooner after the sending than anybody reads counts as a machine's.
  const sentAt = Date.now();
  await expect.poll(() => Date.now() - sentAt).toBeGreaterThan(2_500);
  return { id, pixel, offer, leave: pathsIn(header)[0]! };
}

const visit = (path: string, init: RequestInit = {}) =>
  fetch(own.url + path, { redirect: 'manual', headers: { 'user-agent': BROWSER }, ...init });

/** What is written some seconds later is on the page once it is read again. */
async function expectTold(page: Page, id: string, ...told: string[]): Promise<void> {
  await expect(async () => {
    await page.goto(own.url + paths.message(id));
    for (const text of told)
      await expect(page.getByText(text, { exact: true })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
}

test('opening and a click are told in the story of a message, and a machine’s look apart', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const to = 'ana@example.com';
  const { id, pixel, offer } = await send(to);
  const picture = await visit(pixel);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/gif']);
  const click = await visit(offer);
  expect([click.status, click.headers.get('location')]).toEqual([302, 'https://shop.example/offer?id=7']);
  await visit(pixel, { headers: { 'user-agent': 'Mozilla/5.0' } });
  await signIn(page, EMAIL, own.url);
  await expectTold(
    page,
    id,
    `${en('messages.event.opened')}: ${to}`,
    `${en('messages.event.clicked')}: ${to}`,
    `${en('messages.timeline.byMachine.opened')}: ${to}`,
    'https://shop.example/offer?id=7',
  );
  await expect(page.getByText('Chrome on Windows').first()).toBeVisible();
  await show(page, 'tracking-story');
});

test('one click unsubscribes as Gmail does it, and the page for people takes it back', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  const to = 'luis@example.com';
  const { id, leave } = await send(to);
  await page.goto(own.url + leave);
  await expect(page.getByRole('heading', { name: en('tracking.leave.title') })).toBeVisible();
  await expectAccessible(page);
  await show(page, 'tracking-leave');
  const spanish = await browser.newPage({ locale: 'es-PY' });
  await spanish.goto(own.url + leave);
  await expect(spanish.getByRole('heading', { name: es('tracking.leave.title') })).toBeVisible();
  await show(spanish, 'tracking-leave-es');
  await spanish.close();
  // No cookie, no browser, nobody signed in (RFC 8058, 3.2).
  const gmail = await visit(leave, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(gmail.status).toBe(200);
  await page.getByRole('button', { name: en('tracking.leaveButton'), exact: true }).click();
  await expect(page.getByRole('heading', { name: en('tracking.left.title') })).toBeVisible();
  await show(page, 'tracking-left');
  await page.getByRole('button', { name: en('tracking.returnButton'), exact: true }).click();
  await expect(page.getByRole('heading', { name: en('tracking.returned.title') })).toBeVisible();
  await signIn(page, EMAIL, own.url);
  await expectTold(page, id, `${en('messages.event.unsubscribed')}: ${to}`);
});
