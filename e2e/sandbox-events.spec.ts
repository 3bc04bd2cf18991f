import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'sandbox-events@example.com';
const SANDBOX = 'Played';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, {
    kind: 'sandbox',
    name: SANDBOX,
    settings: {},
    fromEmail: 'clinic@example.com',
  });
});

test.afterAll(({ system }) => removeProviders(system, SANDBOX));

test.beforeEach(({ page }) => signIn(page, EMAIL));

const box = (page: Page, key: string) =>
  page.getByRole('textbox', { name: t(`messages.compose.${key}` as never), exact: true });
const main = (page: Page) => page.getByRole('main');

/** As a person would, of whom the sandbox is to keep it. */
async function compose(page: Page, to: string): Promise<string> {
  await page.goto(paths.compose());
  await settled(page);
  await box(page, 'to').fill(to);
  await box(page, 'subject').fill(`For ${to}`);
  await box(page, 'text').fill('Hello');
  await page.getByRole('combobox', { name: t('messages.compose.provider') }).click();
  await page.getByRole('option', { name: SANDBOX, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.getByRole('button', { name: t('messages.compose.more'), exact: true }).click();
  await page.getByRole('combobox', { name: t('messages.filters.category') }).click();
  await page.getByRole('option', { name: t('messages.filters.categories.marketing'), exact: true }).click();
  await settled(page);
  await page.getByRole('button', { name: t('messages.compose.send'), exact: true }).click();
  await page.getByRole('link', { name: t('messages.compose.open') }).click();
  await page.waitForURL(/\/messages\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1)!;
}

/** What happens seconds later is on the page once it is read again. */
async function expectTold(page: Page, id: string, ...told: string[]): Promise<void> {
  await expect(async () => {
    await page.goto(paths.message(id));
    for (const text of told) await expect(main(page).getByText(text).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

test('what becomes of a message is played, and holds back the next one', async ({ page, system }) => {
  test.setTimeout(120_000);
  const to = 'complaint@sandbox.test';
  const first = await compose(page, to);
  await expectTold(page, first, t('messages.event.complained'), t('messages.status.captured'));
  await show(page, 'sandbox-complaint');

  const held = await compose(page, to);
  await expectTold(page, held, t('messages.reason.suppressed'));

  await page.goto(paths.suppressions());
  await settled(page);
  await expect(main(page).getByText(to, { exact: true })).toBeVisible();
  // For who shares the system.
  await system.relevo('suppression', 'remove', to);
});

test('somebody opens a message, and follows a link', async ({ page }) => {
  test.setTimeout(120_000);
  const id = await compose(page, 'click@sandbox.test');
  await expectTold(page, id, t('messages.event.opened'), t('messages.event.clicked'));
  await show(page, 'sandbox-click');
});

test('the sandbox says which addresses do what', async ({ page }) => {
  await page.goto(paths.sandbox());
  await settled(page);
  await expect(main(page).getByRole('heading', { name: t('sandbox.magic.after.title') })).toBeVisible();
  await expect(main(page).getByText('late@sandbox.test')).toBeVisible();
  await expectAccessible(page);
  await show(page, 'sandbox-addresses');
});
