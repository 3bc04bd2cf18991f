import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { PASSWORD, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'early@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

/** The code of the page is on its way for as long as `pressed` takes. */
async function whileOnItsWay(page: Page, path: string, pressed: () => Promise<void>): Promise<void> {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await over;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await pressed();
  end();
  await page.unrouteAll({ behavior: 'wait' });
}

test('what is filled in and pressed before the page has begun is done once it has', async ({ page }) => {
  const browserConsole = watchConsole(page, /404/);
  await whileOnItsWay(page, '/sign-in', async () => {
    await page.getByLabel('E-mail address').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
    // Neither takes the press away.
    await page.getByLabel('E-mail address').click();
    await page.getByText('Password', { exact: true }).click();
  });
  await page.waitForURL(({ pathname }) => pathname === '/');

  await whileOnItsWay(page, paths.pickUp('x'.repeat(43)), async () => {
    await page.getByRole('button', { name: t('tokens.pickUp.show') }).click();
  });
  await expect(page.getByRole('alert').getByText(t('tokens.pickUp.unknown'))).toBeVisible();

  await whileOnItsWay(page, '/', () => page.getByText('Technical', { exact: true }).click());
  await expect(page.getByRole('radio', { name: 'Technical', exact: true })).toBeChecked();
  await page.evaluate(() => {
    const ofAnEditor = document.createElement('button');
    ofAnEditor.textContent = 'Not of React';
    ofAnEditor.addEventListener('click', () => ofAnEditor.remove());
    document.querySelector('main')!.append(ofAnEditor);
  });
  await page.getByRole('button', { name: 'Not of React' }).click();
  await expect(page.getByRole('button', { name: 'Not of React' })).toHaveCount(0);
  browserConsole.expectNone();
});
