import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'compose@example.com';
const PROVIDER = { kind: 'sandbox', name: 'Compose', settings: {}, fromEmail: 'clinic@example.com' };

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, PROVIDER);
});

test.afterAll(({ system }) => removeProviders(system, PROVIDER.name));

test.beforeEach(async ({ page }) => {
  await signIn(page, EMAIL);
  await page.goto('/messages/compose');
});

const subjectOf = (page: import('@playwright/test').Page) =>
  page.getByRole('textbox', { name: t('messages.compose.subject') });

test('two presses send one message, with a file larger than a page may take', async ({ page }) => {
  const browserConsole = watchConsole(page);
  const subject = `Pressed twice ${Date.now()}`;
  await subjectOf(page).fill(subject);
  const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(3_000_000, 'x') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: t('messages.compose.send'), exact: true }).dblclick();
  await expect(page.getByRole('heading', { name: t('messages.compose.following') })).toBeVisible();
  await expectAccessible(page);
  const listed = await page.request.get('/api/v1/messages?limit=100');
  const { data } = (await listed.json()) as { data: { subject: string; attachmentCount: number }[] };
  const own = data.filter((each) => each.subject === subject);
  expect(own.map(({ attachmentCount }) => attachmentCount)).toEqual([1]);
  browserConsole.expectNone();
});

test('what the API refuses stands at its field, and the form can be sent again', async ({ page }) => {
  await subjectOf(page).fill('From nowhere');
  await page.getByRole('textbox', { name: t('messages.compose.from') }).fill('clinic@localhost');
  const send = page.getByRole('button', { name: t('messages.compose.send'), exact: true });
  await send.click();
  const complaint = page.getByRole('alert').filter({ hasText: t('common.form.attention', { count: 1 }) });
  await expect(complaint).toContainText(t('messages.compose.from') as string);
  await page.getByRole('textbox', { name: t('messages.compose.from') }).fill('clinic@example.com');
  await send.click();
  await expect(page.getByRole('heading', { name: t('messages.compose.following') })).toBeVisible();
});
