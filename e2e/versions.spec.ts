import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'versions@example.com';
const FIELD = 'delivery.breaker.openSeconds';

test('each change is a version, and one of them is gone back to', async ({ system, page }) => {
  test.setTimeout(120_000);
  const browserConsole = watchConsole(page);
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await system.relevo('settings', 'set', `${FIELD}=81`);
  await system.relevo('settings', 'set', `${FIELD}=82`);
  await signIn(page, EMAIL);
  await page.goto('/settings');
  await page.getByRole('link', { name: t('configuration.versions.title') }).click();

  await test.step('who changed what, and how', async () => {
    const newest = page.getByRole('row').nth(1);
    await expect(newest).toContainText(
      t('configuration.versions.did.change', { what: t('configuration.sections.settings') }),
    );
    await expectAccessible(page);
    await newest.getByRole('link').click();
    await expect(page.getByText('81').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('back, once the plan was read', async () => {
    await settled(page);
    await page.getByRole('button', { name: t('configuration.versions.oneThing.button') }).click();
    const window = page.getByRole('dialog');
    await expect(window).toContainText('82 → 81');
    await expectAccessible(page);
    await window.getByRole('button', { name: t('configuration.versions.oneThing.confirm') }).click();
    await expect.poll(() => system.relevo('settings', 'show', FIELD), { timeout: 20_000 }).toContain('=81');
  });
  browserConsole.expectNone();
});
