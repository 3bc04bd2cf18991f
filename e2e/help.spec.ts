import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const es = translator('es');
const EMAIL = 'help@example.com';
const OTHER = 'begins@example.com';

test.beforeAll(async ({ system }) => {
  for (const email of [EMAIL, OTHER])
    await system.relevo('admin', 'create', '--email', email, '--password', PASSWORD);
});

test('the question mark leads to the place that explains the page, in a tab of its own', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto('/suppressions');
  await settled(page);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: t('help.ofThisPage') }).click();
  const help = await opened;
  const heading = help.getByRole('heading', { level: 2, name: 'What stops messages' });
  await expect(heading).toBeInViewport();
  await expect(page).toHaveURL(/\/suppressions$/);
  browserConsole.expectNone();
});

test('the guides are searched, read and followed, in Spanish as well', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto('/');
  await page.getByRole('link', { name: t('shell.nav.help'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: t('help.title'), exact: true })).toBeVisible();
  await settled(page);
  await page.getByRole('searchbox', { name: t('help.search') }).fill('quiet hours');
  const found = page.getByRole('list', { name: t('help.results') });
  await expect(found.getByRole('link', { name: 'Quiet hours' })).toBeVisible();
  await expectAccessible(page);
  await found.getByRole('link', { name: 'Quiet hours' }).click();
  await expect(page).toHaveURL(/\/help\/sms-and-whatsapp#quiet-hours$/);
  await expect(page.getByRole('heading', { level: 2, name: 'Quiet hours' })).toBeInViewport();

  await page.getByRole('button', { name: 'Menu of' }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'SMS y WhatsApp' })).toBeVisible();
  await page.goto('/help');
  await settled(page);
  await page.getByRole('searchbox', { name: es('help.search') }).fill('contrasena');
  await expect(
    page
      .getByRole('list', { name: es('help.results') })
      .getByRole('link')
      .first(),
  ).toBeVisible();
  await page.goto('/help/nothing-of-the-kind');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  browserConsole.expectNone();
});

test('the first page tells what is in place and what is still to do, and leads there', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, OTHER);
  await page.goto('/');
  await settled(page);
  const lists = page.getByRole('region', { name: t('home.checklists.title') });
  await lists.getByRole('button', { name: t('home.checklists.lists.firstDays') }).click();
  const item = t('home.checklists.items.secondFactor');
  await expect(lists.getByText(item)).toBeVisible();
  await expectAccessible(page);
  await lists.getByRole('link', { name: t('home.checklists.helpOf', { item }) }).click();
  await expect(page).toHaveURL(/\/help\/security#signing-in$/);
  browserConsole.expectNone();
});
