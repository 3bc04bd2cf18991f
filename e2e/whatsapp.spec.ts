import { createHmac } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { type System, startSystem } from '@/lib/testing/system';
import { type FakeApi, startFakeApi } from './support/fake-api';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'whatsapp@example.com';
const PHONE = '106540352242922';
const SECRET = 'an app secret of the browser test';
const TO = '+595981234567';

let system: System;
let meta: FakeApi;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  meta = await startFakeApi({
    admits: ({ authorization }) => authorization === 'Bearer right',
    // Of an uploaded file.
    account: { id: '7001' },
    sendPath: `/v25.0/${PHONE}/messages`,
    accepted: { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: 'wamid.browser' }] } },
  });
  await addProviders(system, {
    kind: 'whatsapp',
    name: 'WhatsApp',
    settings: { phoneNumberId: PHONE, endpoint: meta.url },
    secrets: { apiKey: 'right', webhookAppSecret: SECRET },
  });
});

test.afterAll(async () => {
  await system.stop();
  await meta.close();
});

/** As Meta posts it. */
async function told(page: Page, value: object): Promise<void> {
  const listed = await page.request.get('/api/v1/providers');
  const [{ id }] = (await listed.json()).data;
  const change = { field: 'messages', value: { metadata: { phone_number_id: PHONE }, ...value } };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [change] }],
  });
  const answer = await fetch(`${system.url}/api/hooks/${id}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    },
    body,
  });
  expect(answer.status).toBe(200);
}

const now = () => String(Math.floor(Date.now() / 1000));
let wrote = 0;
const wroteBack = (page: Page, text: string) =>
  told(page, {
    messages: [
      { from: TO.slice(1), id: `wamid.in${++wrote}`, timestamp: now(), type: 'text', text: { body: text } },
    ],
  });

const box = (page: Page, key: string) =>
  page.getByRole('textbox', { name: t(`messages.compose.${key}` as never), exact: true });

async function write(page: Page, text: string, file?: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto('/messages/compose?channel=whatsapp');
  await settled(page);
  await box(page, 'to').fill(TO);
  await box(page, 'to').press('Enter');
  await box(page, 'text').fill(text);
  if (file) await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: t('messages.compose.send'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('messages.compose.following') })).toBeVisible();
}

test('a receipt by WhatsApp: once they have written, read by them, and stopped by a word', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await browser.newPage({ baseURL: system.url });
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);

  await test.step('nobody has written: it fails, and says why', async () => {
    await write(page, 'Su recibo está listo');
    await expect(page.getByText(t('messages.ownWords.window_closed'))).toBeVisible();
    await show(page, 'whatsapp-closed');
    expect(meta.sent).toEqual([]);
  });

  await wroteBack(page, 'Hola, ¿mi recibo?');

  await test.step('the receipt goes out as a file', async () => {
    await expect(async () => {
      await write(page, 'Aquí está', {
        name: 'recibo.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 recibo'),
      });
      await expect.poll(() => meta.sent.length, { timeout: 5_000 }).toBeGreaterThan(0);
    }).toPass();
    expect(JSON.parse(meta.sent[0]!)).toMatchObject({
      type: 'document',
      document: { id: '7001', filename: 'recibo.pdf', caption: 'Aquí está' },
    });
  });

  await page.getByRole('link', { name: t('messages.compose.open'), exact: true }).click();

  await test.step('read', async () => {
    await told(page, { statuses: [{ id: 'wamid.browser', status: 'read', timestamp: now() }] });
    await expect(page.getByText(t('messages.event.opened')).first()).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await show(page, 'whatsapp-read');
  });

  await test.step('BAJA', async () => {
    await wroteBack(page, 'Baja');
    await expect(page.getByText('Baja', { exact: true })).toBeVisible({ timeout: 20_000 });
    await page.goto('/suppressions');
    await expect(page.getByText(TO).first()).toBeVisible();
    await show(page, 'whatsapp-stopped');
  });
  browserConsole.expectNone();
  await page.close();
});

test('what a provider of another channel is made with', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: system.url });
  await signIn(page, EMAIL);
  await page.goto('/providers/new');
  await settled(page);
  await expectAccessible(page);
  await show(page, 'wizard-choose');
  for (const preset of ['whatsapp.whatsapp', 'http-sms.tigo-py', 'telegram.telegram']) {
    await page.goto(`/providers/new?preset=${preset}`);
    await settled(page);
    await expect(page.getByRole('textbox', { name: t('providers.form.fromEmail') })).toBeHidden();
    await expectAccessible(page);
    await show(page, `wizard-${preset}`);
  }
  await page.close();
});
