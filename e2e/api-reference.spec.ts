import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'programmer@example.com';

test.afterAll(({ system }) => removeProviders(system, 'Box'));

test('an operation of the API is found, read and tried, with a token and without', async ({
  page,
  system,
}) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, { name: 'Box', kind: 'sandbox', settings: {}, fromEmail: 'desk@example.com' });
  const scopes = ['--scopes', 'messages:send'];
  const token = (await system.relevo('token', 'create', '--name', 'programmer', ...scopes)).trim();
  // What was wrong, or asked for without a right to it, is told by the browser as well.
  const browserConsole = watchConsole(page, /status of 40[03]/);
  await signIn(page, EMAIL);
  await page.goto('/');
  await page.getByRole('link', { name: t('shell.nav.api'), exact: true }).click();
  // Home has a heading, too, and between two pages there is none.
  await expect(page.getByRole('heading', { level: 1, name: t('api.title'), exact: true })).toBeVisible();
  await settled(page);
  await expectAccessible(page);

  await page.getByRole('textbox', { name: t('api.search') }).fill('send messages:send');
  await page.getByRole('link', { name: 'Send a message', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Send a message' })).toBeVisible();
  const bodyOf = (name: string) => page.getByRole('region', { name: t('api.bodyOf', { name }), exact: true });
  await expect(bodyOf('EmailInput').getByText('attachments[].filename', { exact: true })).toBeVisible();
  await expect(bodyOf('SmsInput').getByText('text', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Python' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('urllib.request.Request(');

  const tried = page.getByRole('region', { name: t('api.try') });
  const send = tried.getByRole('button', { name: t('api.send') });
  await expect(send).toBeDisabled();
  await tried.getByLabel(t('api.token'), { exact: true }).fill(token);
  const body = tried.getByRole('textbox', { name: t('api.bodyLabel') });
  await body.fill('{ "to": "ana@example.com", "subject": "Tried", "text": "Hello" ');
  await expect(send).toBeDisabled();
  await body.fill('{ "to": "ana@example.com", "subject": "Tried", "text": "Hello" }');
  await expect(page.getByRole('tabpanel')).toContainText('"subject": "Tried"');
  await send.click();
  const answer = tried.getByRole('region', { name: t('api.answer') });
  await expect(answer).toContainText('"status": "captured"');
  await expect(answer).toContainText('x-request-id: ');
  await expectAccessible(page);

  await body.fill('{ "to": "nobody", "subject": "Tried", "text": "Hello" }');
  await send.click();
  await expect(answer).toContainText('"type": "/api/errors#validation_failed"');
  // A program that reads it follows that address, and needs no account here.
  const errors = await page.request.get('/api/errors', { headers: { 'accept-language': 'es' } });
  expect(await errors.text()).toContain('<section id="validation_failed">');

  await page.goto('/api-reference/listMessages');
  await chooseTechnical(page);
  await send.click();
  await expect(answer).toContainText('"subject": "Tried"');
  await tried.getByLabel(t('api.token'), { exact: true }).fill(token);
  await send.click();
  await expect(answer).toContainText('"code": "forbidden"');

  await page.getByRole('link', { name: 'token_expired' }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('api.errorsTitle') })).toBeVisible();
  await expect(page.getByText(t('problems.token_expired.todo'))).toBeVisible();
  await expectAccessible(page);
  browserConsole.expectNone();
});
