import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { type MailServer, startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'campaigns@example.com';
/** Where recipients reach it: links name it, and the test asks the system itself. */
const ADDRESS = 'http://relevo.example.com';

let mailServer: MailServer;
let own: System;
let headers: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  mailServer = await startMailServer(RELAY_PASSWORD);
  own = await startSystem({ PUBLIC_URL: ADDRESS });
  await addProviders(own, relayTo(mailServer, { name: 'Relay' }));
  const scopes =
    'contacts:write,lists:write,templates:write,campaigns:read,campaigns:write,settings:write,security:write';
  const [token] = await Promise.all([
    own.relevo('token', 'create', '--name', 'campaigns', '--scopes', scopes),
    own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD),
  ]);
  headers = { authorization: `Bearer ${token.trim()}` };
});

test.afterAll(async () => {
  await own.stop();
  await mailServer.close();
});

async function api(method: string, path: string, data?: object | string) {
  const type = typeof data === 'string' ? 'text/csv' : 'application/json';
  const answer = await fetch(`${own.url}/api/v1/${path}`, {
    method,
    headers: { ...headers, 'content-type': type },
    ...(data && { body: typeof data === 'string' ? data : JSON.stringify(data) }),
  });
  const body = await answer.text();
  expect(answer.ok, `${path}: ${body}`).toBe(true);
  return JSON.parse(body);
}

const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

/** Pressed, and what it asks is answered with yes. */
async function agree(page: Page, name: string, yes = name): Promise<void> {
  await button(page, name).click();
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const SOURCE =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ recipient.name | default: "all" }}. <a href="https://school.example/news">The news of this month</a>. <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text></mj-column></mj-section></mj-body></mjml>';

test('a campaign from the import to the next one: approved by a second person, tried on some, paused, decided, read by everybody, and never again to who said no', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const people = ['ana', 'luis', 'rosa', 'juan', 'vera', 'hugo'].map((name) => `${name}@school.example`);
  await api('PATCH', 'settings', { security: { campaignApproval: true } });
  await api(
    'POST',
    'contacts/import',
    ['email,name', ...people.map((email) => `${email},${email}`)].join('\n'),
  );
  const segment = await api('POST', 'segments', {
    title: 'The school',
    rules: { groups: [{ rules: [{ field: 'domain', op: 'eq', value: 'school.example' }] }] },
  });
  const preheader = 'What happened this month, in a few words';
  await api('POST', 'templates', {
    key: 'news',
    title: 'News',
    category: 'newsletters',
    fallbackLanguage: 'en',
    texts: { en: { subject: 'News of March', preheader, source: SOURCE } },
  });
  await api('POST', 'templates/news/publish', {});
  const { id } = await api('POST', 'campaigns', {
    title: 'March',
    template: 'news',
    audience: { segments: [segment.id] },
    fromEmail: 'office@school.example',
    variants: [{}, { subject: 'March in two minutes' }],
    test: { percent: 50, metric: 'clicks', waitHours: 1 },
  });

  await signIn(page, EMAIL, own.url);
  await page.goto(own.url + paths.campaign(id));
  await settled(page);
  await expect(button(page, t('campaigns.approval.approve'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'campaign-to-approve');
  await agree(page, t('campaigns.approval.approve'));
  await expect(button(page, t('campaigns.check.start'))).toBeEnabled();
  await agree(page, t('campaigns.check.start'));

  await expect(button(page, t('campaigns.variants.choose', { letter: 'B' }))).toBeVisible({
    timeout: 60_000,
  });
  const state = async () => (await api('GET', `campaigns/${id}`)).state;
  await expect.poll(state, { timeout: 60_000 }).toBe('deciding');
  expect(mailServer.mails).toHaveLength(3);
  await button(page, t('campaigns.actions.pause')).click();
  await expect.poll(state).toBe('paused');
  await button(page, t('campaigns.actions.resume')).click();
  await expect.poll(state).toBe('deciding');
  await button(page, t('campaigns.variants.choose', { letter: 'B' })).click();
  await expect.poll(state, { timeout: 60_000 }).toBe('finished');

  expect((await api('GET', `campaigns/${id}`)).books).toMatchObject({ audience: 6, sent: 6, waiting: 0 });
  const arrived = mailServer.mails.flatMap(({ to }) =>
    (Array.isArray(to) ? to : [to!]).map((one) => one.text),
  );
  expect(arrived.toSorted().map((line) => /[\w.]+@[\w.]+/.exec(line)![0])).toEqual(people.toSorted());
  expect(mailServer.mails.slice(3).map(({ subject }) => subject)).toEqual(
    Array(3).fill('March in two minutes'),
  );

  await page.goto(own.url + paths.campaign(id));
  await settled(page);
  await expect(page.getByTitle(t('campaigns.map.frame'))).toBeVisible();
  await agree(page, t('campaigns.archive.on'));
  await expect(page.getByRole('link', { name: t('campaigns.archive.open') })).toBeVisible();
  await expectAccessible(page);
  await show(page, 'campaign-over');
  const shown = await fetch(`${own.url}/api/a/${id}`);
  expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('Hello all.')]);

  const leaves = mailServer.mails[0]!;
  const header = leaves.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
  const [, path] = /http:\/\/relevo\.example\.com(\/api\/u\/[\w.-]+)/.exec(header)!;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const left = await fetch(own.url + path, {
    method: 'POST',
    headers: form,
    body: 'List-Unsubscribe=One-Click',
  });
  expect(left.ok).toBe(true);

  await api('PATCH', 'settings', { security: { campaignApproval: false } });
  const next = await api('POST', `campaigns/${id}/duplicate`, { title: 'April' });
  await api('PATCH', `campaigns/${next.id}`, { variants: [], test: null });
  await api('POST', `campaigns/${next.id}/start`, { anyway: true });
  await expect
    .poll(async () => (await api('GET', `campaigns/${next.id}`)).books, { timeout: 60_000 })
    .toMatchObject({ audience: 6, sent: 5, excluded: 1, waiting: 0, reasons: { unsubscribed: 1 } });
});
