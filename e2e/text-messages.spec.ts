import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { type System, startSystem } from '@/lib/testing/system';
import { type FakeApi, startFakeApi } from './support/fake-api';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'texts@example.com';
const NAMES = ['Texts by Twilio', 'Texts by the gateway'];

let system: System;
let twilio: FakeApi;
let gateway: FakeApi;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  const sid = `AC${'0'.repeat(32)}`;
  const sendPath = `/2010-04-01/Accounts/${sid}/Messages.json`;
  // It knows nobody: a wrong token.
  twilio = await startFakeApi({ admits: () => false, account: {}, sendPath, accepted: { status: 201 } });
  gateway = await startFakeApi({
    admits: ({ authorization }) => authorization === 'Bearer right',
    account: {},
    sendPath: '/send',
    accepted: { status: 200, body: { id: 'gw-1' } },
  });
  await addProviders(
    system,
    {
      kind: 'twilio',
      name: NAMES[0],
      settings: { accountSid: sid, sender: '+15005550006', endpoint: twilio.url },
      secrets: { apiKey: 'wrong' },
      priority: 90,
    },
    {
      kind: 'http-sms',
      name: NAMES[1],
      settings: {
        endpoint: `${gateway.url}/send`,
        template: '{"to":"{{toDigits}}","message":"{{text}}"}',
        idPath: 'id',
      },
      secrets: { apiKey: 'right' },
      priority: 10,
    },
  );
});

test.afterAll(async () => {
  await system.stop();
  await Promise.all([twilio.close(), gateway.close()]);
});

const box = (page: Page, key: string, say = t) =>
  page.getByRole('textbox', { name: say(`messages.compose.${key}` as never), exact: true });

test('a text is counted while it is written; the gateway takes what Twilio refuses', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: system.url });
  await signIn(page, EMAIL);
  const browserConsole = watchConsole(page);
  await page.goto('/messages/compose?channel=sms');
  await settled(page);
  const told = page.getByText(t('messages.compose.parts.count', { count: 1, left: 131 }));
  // ñ is of the plain alphabet, ó is not; with it the text would still be one part, and stays as it is.
  await box(page, 'text').fill('Mañana, 9:00: limpieza dental');
  await expect(told).toBeVisible();
  await box(page, 'text').fill('Mañana, 9:00: revisión dental');
  await expect(page.getByText(t('messages.compose.parts.count', { count: 1, left: 41 }))).toBeVisible();
  await expect(page.getByText(t('messages.compose.parts.costly', { letters: 'ó' }))).toBeVisible();
  await box(page, 'text').fill(`Mañana, 9:00: revisión dental. ${'Traiga su carnet. '.repeat(4)}`);
  const spared = page.getByRole('alert').filter({ hasText: 'revision dental' });
  await expect(spared).toContainText(t('messages.compose.parts.spared', { before: 2, count: 1 }));
  await expect(page.getByText(t('messages.compose.someDoNotCarry'))).toBeHidden();
  await expectAccessible(page);
  await show(page, 'compose-sms');

  for (const number of ['+595 981 234 567', '+595 971 234 567']) {
    await box(page, 'to').fill(number);
    await box(page, 'to').press('Enter');
  }
  await page.getByRole('button', { name: t('messages.compose.send'), exact: true }).click();
  await expect(page.getByText(t('messages.compose.apart', { count: 2 }))).toBeVisible();
  await expect.poll(() => gateway.sent.length).toBe(2);
  expect(gateway.sent.map((body) => JSON.parse(body).to).toSorted()).toEqual([
    '595971234567',
    '595981234567',
  ]);
  expect(gateway.sent[0]).toContain('Mañana, 9:00: revision dental');

  await page.getByRole('link', { name: t('messages.compose.open'), exact: true }).click();
  await expect(page.getByText(NAMES[1]!).first()).toBeVisible();
  await expectAccessible(page);
  browserConsole.expectNone();
});
