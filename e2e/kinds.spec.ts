import { expect, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { type System, startSystem } from '@/lib/testing/system';
import { startFakeApi } from './support/fake-api';
import { chooseTechnical, PASSWORD, signIn } from './support/panel';
import { field, press } from './support/wizard';

const t = translator('en');
const KEY = 'planted-key-of-the-browser-test';
const bearer = (headers: { authorization?: string }) => headers.authorization === `Bearer ${KEY}`;
const named = (name: string) => (headers: Record<string, unknown>) => headers[name] === KEY;

type Kind = Parameters<typeof startFakeApi>[0] & {
  preset: string;
  /** What the second step asks besides the name and the sender. */
  fields?: Record<string, string>;
  secrets: Record<string, string>;
};

const KINDS: Record<string, Kind> = {
  sendgrid: {
    preset: 'sendgrid.sendgrid',
    secrets: { apiKey: KEY },
    admits: bearer,
    account: { scopes: ['mail.send'] },
    sendPath: '/v3/mail/send',
    accepted: { status: 202, headers: { 'x-message-id': 'id-1' } },
  },
  mailgun: {
    preset: 'mailgun.mailgun',
    fields: { domain: 'mg.example.com' },
    secrets: { apiKey: KEY },
    admits: ({ authorization }) => authorization === `Basic ${Buffer.from(`api:${KEY}`).toString('base64')}`,
    account: { domain: { name: 'mg.example.com', state: 'active' } },
    sendPath: '/v3/mg.example.com/messages',
    accepted: { status: 200, body: { id: '<id-1>', message: 'Queued. Thank you.' } },
  },
  ses: {
    preset: 'ses.ses',
    fields: { region: 'eu-west-1' },
    secrets: { accessKeyId: 'AKIAPLANTEDKEY', secretAccessKey: KEY },
    admits: ({ authorization }) => /^AWS4-HMAC-SHA256 Credential=AKIAPLANTEDKEY\//.test(authorization ?? ''),
    account: {
      SendingEnabled: true,
      ProductionAccessEnabled: true,
      SendQuota: { Max24HourSend: 200, SentLast24Hours: 1, MaxSendRate: 1 },
    },
    sendPath: '/v2/email/outbound-emails',
    accepted: { status: 200, body: { MessageId: 'id-1' } },
  },
  brevo: {
    preset: 'brevo.brevo',
    secrets: { apiKey: KEY },
    admits: named('api-key'),
    account: { plan: [{ type: 'free', creditsType: 'sendLimit', credits: 278 }] },
    sendPath: '/v3/smtp/email',
    accepted: { status: 201, body: { messageId: 'id-1' } },
  },
  postmark: {
    preset: 'postmark.postmark',
    secrets: { 'of.postmark.apiKey': KEY },
    admits: named('x-postmark-server-token'),
    account: { ID: 1, Name: 'Clinic', DeliveryType: 'Live' },
    sendPath: '/email',
    accepted: { status: 200, body: { MessageID: 'id-1', ErrorCode: 0, Message: 'OK' } },
  },
  resend: {
    preset: 'resend.resend',
    secrets: { apiKey: KEY },
    admits: bearer,
    account: { data: [{ name: 'example.com', status: 'verified' }] },
    sendPath: '/emails',
    accepted: { status: 200, body: { id: 'id-1' } },
  },
};

let system: System;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(320_000);
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', 'kinds@example.com', '--password', PASSWORD);
  const page = await browser.newPage({ baseURL: system.url });
  await signIn(page, 'kinds@example.com');
  await page.goto('/');
  await chooseTechnical(page);
  await page.close();
});
test.afterAll(() => system?.stop());

for (const [kind, { preset, fields = {}, secrets, ...rules }] of Object.entries(KINDS))
  test(`${kind}: connected in the browser, tested, and a message sent through it`, async ({ browser }) => {
    test.setTimeout(120_000);
    const api = await startFakeApi(rules);
    const page = await browser.newPage({ baseURL: system.url });
    try {
      await signIn(page, 'kinds@example.com');
      await page.goto(`/providers/new?preset=${preset}`);
      await page.getByRole('textbox', { name: t('providers.form.name'), exact: true }).fill(`Our ${kind}`);
      for (const [key, value] of Object.entries({ ...fields, ...secrets }))
        await field(page, key).fill(value);
      await page.getByRole('textbox', { name: t('providers.form.fromEmail') }).fill('clinic@example.com');
      await press(page, 'wizard.continue');
      await field(page, 'endpoint').fill(api.url);
      // A stored key does not follow to another address.
      for (const [key, value] of Object.entries(secrets)) await field(page, key).fill(value);
      await press(page, 'wizard.continueTest');
      await expect(page.getByText(t('tests.ok', { name: `Our ${kind}` }))).toBeVisible();
      expect(await page.content()).not.toContain(KEY);
      await press(page, 'wizard.continue');
      await press(page, 'wizard.finish.activate');
      await expect(page.getByText(t('wizard.done.title', { name: `Our ${kind}` }))).toBeVisible();

      await page.goto('/messages/compose?example=true');
      await page.getByRole('combobox', { name: t('messages.compose.provider') }).click();
      await page.getByRole('option', { name: `Our ${kind}` }).click();
      await page.getByRole('button', { name: t('messages.compose.send') }).click();
      await expect(page.getByText(t('messages.status.sent'), { exact: true })).toBeVisible();
      expect(api.sent).toHaveLength(1);
    } finally {
      await page.close();
      await api.close();
    }
  });
