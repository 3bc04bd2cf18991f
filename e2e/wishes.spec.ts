import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const en = translator('en');
const es = translator('es');
const EMAIL = 'wishes@example.com';
const ADDRESS = 'http://relevo.example.com';

let own: System;
let shop: Server | undefined;
let headers: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  own = await startSystem({ PUBLIC_URL: ADDRESS });
  await addProviders(own, { name: 'Sample', kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' });
  const scopes =
    'messages:send,contacts:read,contacts:write,notifications:read,notifications:write,rules:read,subjects:write';
  const [token] = await Promise.all([
    own.relevo('token', 'create', '--name', 'wishes', '--scopes', scopes),
    own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD),
  ]);
  headers = { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' };
});

test.afterAll(async () => {
  shop?.close();
  await own.stop();
});

async function ask(path: string, body?: object) {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const answer = await fetch(`${own.url}/api/v1/${path}`, { headers, ...init });
  const text = await answer.text();
  expect(answer.ok, text).toBe(true);
  return JSON.parse(text);
}

test('a person chooses on a page of their own, and the next notification follows it', async ({ page }) => {
  await ask('contacts', {
    key: 'W-1',
    name: 'Ana Benítez',
    email: 'ana@wishes.example',
    phone: '+595981123456',
    language: 'es',
  });
  const told = () =>
    ask('notifications', {
      type: 'low-balance',
      contact: 'W-1',
      variables: {
        student_name: 'Sofía',
        card_number: '18842',
        balance: 3500,
        topup_url: 'https://canteen.example/topup',
      },
    });
  await told();
  const { url } = await ask('contacts/W-1/preferences');
  await page.goto(url.replace(ADDRESS, own.url));
  await expect(page.getByRole('heading', { level: 1, name: es('tracking.choose.title') })).toBeVisible();
  await expectAccessible(page);
  await show(page, 'wishes-public');
  const sms = page.getByRole('checkbox', { name: es('tracking.choose.channels.sms') });
  await sms.uncheck();
  await page.getByLabel(es('tracking.choose.quietFrom')).selectOption('22');
  await page.getByLabel(es('tracking.choose.quietUntil')).selectOption('7');
  await page.getByRole('button', { name: es('tracking.choose.save') }).click();
  await expect(page.getByRole('status')).toHaveText(es('tracking.choose.saved'));
  await expect(sms).not.toBeChecked();
  await page.getByRole('link', { name: en('tracking.choose.inThis') }).click();
  await expect(page.getByRole('heading', { level: 1, name: en('tracking.choose.title') })).toBeVisible();
  expect((await told()).channels).toMatchObject([
    { channel: 'email', state: 'handed_over' },
    { channel: 'sms', state: 'skipped', reason: 'not_wanted' },
  ]);
});

test('the panel shows what somebody wants, changes it, and merges who is the same', async ({ page }) => {
  await ask('contacts', { key: 'W-2', name: 'Luis Ayala', email: 'luis@wishes.example' });
  await ask('contacts', {
    key: 'W-3',
    name: 'L. Ayala',
    email: 'luis@wishes.example',
    phone: '+595981123457',
  });
  await signIn(page, EMAIL, own.url);
  const { id } = await ask('contacts/W-2');
  await page.goto(own.url + paths.contact(id));
  await settled(page);
  await expectAccessible(page);
  await show(page, 'wishes-contact');
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await main.getByRole('button', { name: en('contacts.wishes.change'), exact: true }).click();
  await dialog
    .getByRole('group', { name: 'Low balance' })
    .getByRole('checkbox', { name: 'Text message' })
    .uncheck();
  await expectAccessible(page);
  await show(page, 'wishes-window');
  await dialog.getByRole('button', { name: en('contacts.wishes.save') }).click();
  await expect(main.getByText('Low balance: not by Text message')).toBeVisible();

  await main.getByRole('button', { name: en('contacts.twins.merge', { name: 'L. Ayala' }) }).click();
  await dialog.getByRole('button', { name: en('contacts.twins.confirm') }).click();
  await expect(main.getByRole('cell', { name: '+595981123457' })).toBeVisible();
  await expect(main.getByText(en('contacts.twins.title'))).toHaveCount(0);
});

test('a business begins with an example, and sees what runs on the next days', async ({ page }) => {
  await signIn(page, EMAIL, own.url);
  await page.goto(own.url + paths.rules());
  await settled(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: en('rules.examples.button') })
    .click();
  await show(page, 'examples-menu');
  await page.getByRole('menuitem', { name: en('rules.examples.sets.garage.title') }).click();
  await expect(page.getByRole('heading', { name: en('rules.coming.title') })).toBeVisible();
  await expect(page.getByText(/10,000 km or six months/).first()).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await show(page, 'rules-coming');
});

test('a page of a company shows the feed of one person by a token of theirs', async ({ page }) => {
  await ask('contacts', { key: 'W-4', name: 'Eva', language: 'en' });
  await ask('notification-types', {
    key: 'ready',
    title: 'Your order is ready',
    steps: [{ channel: 'feed' }],
    texts: { en: 'Order {{ number }} can be picked up.' },
    variables: [{ name: 'number', required: true, example: '7' }],
  });
  const tell = (number: string) =>
    ask('notifications', { type: 'ready', contact: 'W-4', variables: { number } });
  await tell('7');
  const { token } = await ask('feed/tokens', { contact: 'W-4' });
  // A page of another origin than Relevo's, as that of a company is.
  const html = `<!doctype html><html lang="en"><title>Shop</title><div id="notices"></div><script type="module">
    import { relevoFeed } from '${own.url}/api/feed/widget.js';
    relevoFeed(document.getElementById('notices'), { url: '${own.url}', getToken: async () => '${token}', language: 'en' });
  </script></html>`;
  // On this machine, too: a browser keeps pages of the world from asking it (Private Network Access).
  shop = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((listening) => shop!.listen(0, '127.0.0.1', listening));
  await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}/`);
  await page.getByRole('button', { name: /Notifications \(1\)/ }).click();
  await expect(page.getByText('Order 7 can be picked up.')).toBeVisible();
  await tell('8');
  await expect(page.getByText('Order 8 can be picked up.')).toBeVisible();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
});
