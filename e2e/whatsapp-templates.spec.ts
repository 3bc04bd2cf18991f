import { createHmac } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { type System, startSystem } from '@/lib/testing/system';
import { playMetaAccount, SENDER_ID, WABA } from '@/lib/testing/whatsapp-account';
import { serveAnswers } from './support/fake-api';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'approved@example.com';
const SECRET = 'an app secret of the browser test';
const account = playMetaAccount();

let system: System;
let meta: { url: string; close: () => Promise<void> };
let token: string;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  meta = await serveAnswers(account.answer);
  await addProviders(system, {
    kind: 'whatsapp',
    name: 'WhatsApp',
    settings: { phoneNumberId: SENDER_ID, businessAccountId: WABA, endpoint: meta.url },
    secrets: { apiKey: 'planted-system-user-token', webhookAppSecret: SECRET },
  });
  const scopes = 'templates:write,messages:send,messages:read,providers:read';
  token = (await system.relevo('token', 'create', '--name', 'canteen', '--scopes', scopes)).trim();
  const { id } = await api('templates', {
    key: 'su-saldo',
    title: 'Su saldo',
    category: 'balance',
    texts: {
      es: {
        subject: 'Su saldo',
        kind: 'html',
        source: '<p>A {{ student }} le quedan {{ balance }} hoy.</p>',
      },
    },
    variables: [
      { name: 'student', required: true, example: 'Ana' },
      { name: 'balance', required: true, example: '3.000' },
    ],
  });
  await api(`templates/${id}/publish`, {});
});

test.afterAll(async () => {
  await system.stop();
  await meta.close();
});

async function api(path: string, body: object) {
  const answer = await fetch(`${system.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  return answer.json();
}

async function providerId(): Promise<string> {
  const answer = await fetch(`${system.url}/api/v1/providers`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()).data[0].id;
}

/** As Meta posts it. */
async function toldApproved(id: string, name: string) {
  const value = {
    event: 'APPROVED',
    message_template_id: 1,
    message_template_name: name,
    message_template_language: 'es',
    reason: 'NONE',
  };
  const change = { field: 'message_template_status_update', value };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: WABA, time: 1, changes: [change] }],
  });
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  const answer = await fetch(`${system.url}/api/hooks/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    body,
  });
  expect(answer.status).toBe(200);
}

const say = (key: string, values = {}) => t(`providers.whatsappTemplates.${key}` as never, values as never);
const send = () =>
  api('messages', {
    channel: 'whatsapp',
    to: '+595981234567',
    template: 'su-saldo',
    language: 'es',
    variables: { student: 'Sofía', balance: '4.500' },
  });
const choose = async (page: Page) => {
  await page.getByRole('combobox', { name: say('ours') }).click();
  await page.getByRole('option', { name: 'Su saldo · es' }).click();
};

test('an approved template stands for one of ours; one more is handed in and approved', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await browser.newPage({ baseURL: system.url });
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  const id = await providerId();
  await page.goto(`/providers/${id}?tab=templates`);
  await settled(page);
  // Read by itself within the minute, and now by hand.
  await page.getByRole('button', { name: say('read') }).click();
  await expect(page.getByText('A {{1}} le quedan {{2}} en la cantina.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(say('states.approved'), { exact: true })).toBeVisible();

  await test.step('bound', async () => {
    await page.getByRole('button', { name: say('bindOf', { title: 'su_saldo' }) }).click();
    await choose(page);
    await page.getByRole('textbox', { name: say('value', { parameter: '{{1}}' }) }).fill('{{ student }}');
    await expectAccessible(page);
    await show(page, 'whatsapp-templates-bind');
    const second = page.getByRole('textbox', { name: say('value', { parameter: '{{2}}' }) });
    await second.fill('{{ price }}');
    await page.getByRole('button', { name: say('bindSave') }).click();
    await expect(second).toHaveAccessibleDescription(/price/);
    await second.fill('{{ balance }}');
    await page.getByRole('button', { name: say('bindSave') }).click();
    await expect(page.getByText(say('standsFor', { title: 'Su saldo', language: 'es' }))).toBeVisible();
    await expectAccessible(page);
    await show(page, 'whatsapp-templates');
  });

  await test.step('goes out by it to who has not written', async () => {
    await send();
    await expect.poll(() => account.sent.length, { timeout: 15_000 }).toBe(1);
    expect(account.sent[0]).toMatchObject({
      type: 'template',
      template: { name: 'su_saldo', components: [{ parameters: [{ text: 'Sofía' }, { text: '4.500' }] }] },
    });
  });

  await test.step('a new one waits, and is approved as Meta tells it', async () => {
    await page.getByRole('button', { name: say('submit.button') }).click();
    await choose(page);
    const body = page.getByRole('textbox', { name: say('submit.body') });
    await expect(body).toHaveValue(/le quedan \{\{ balance \}\} hoy/);
    await page.getByRole('textbox', { name: say('submit.name') }).fill('su_saldo_nuevo');
    await expectAccessible(page);
    await show(page, 'whatsapp-templates-new');
    await page.getByRole('button', { name: say('submit.send') }).click();
    await expect(page.getByText(say('states.waiting'), { exact: true })).toBeVisible();
    const made = account.templates.find(({ name }) => name === 'su_saldo_nuevo');
    expect(made?.components).toMatchObject([{ text: 'A {{1}} le quedan {{2}} hoy.' }]);
    made!.status = 'APPROVED';
    await toldApproved(id, 'su_saldo_nuevo');
    await expect(page.getByText(say('states.waiting'), { exact: true })).toBeHidden({ timeout: 20_000 });
    await send();
    await expect.poll(() => account.sent.length, { timeout: 15_000 }).toBe(2);
    expect(account.sent[1]).toMatchObject({ template: { name: 'su_saldo_nuevo' } });
  });
  browserConsole.expectNone();
  await page.close();
});
