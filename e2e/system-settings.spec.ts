import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import type { System } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'system-settings@example.com';

const workersOf = ({ dataDir }: System) =>
  readdirSync(join(dataDir, 'run')).filter((file) => /^worker.*\.pid$/.test(file)).length;

test('a second worker process, by a setting and a restart from the panel', async ({ system, page }) => {
  test.setTimeout(180_000);
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await signIn(page, EMAIL);
  await page.goto('/settings?tab=system');
  await settled(page);

  for (const workers of [2, 1]) {
    const field = page.getByLabel(t('settings.fields.system_processes_workers.label'), { exact: true });
    await field.fill(String(workers));
    await page.getByRole('button', { name: t('settings.save'), exact: true }).click();
    await expect(page.getByText(t('settings.restart.needed'))).toBeVisible();
    expect(workersOf(system)).toBe(3 - workers);
    await expectAccessible(page);
    await page.getByRole('button', { name: t('settings.restart.now') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('settings.restart.now') })
      .click();
    await expect(page.getByText(t('settings.restart.underWay'))).toBeVisible();
    // It comes back by itself, and nothing is left to do.
    await expect(page.getByText(t('settings.restart.underWay'))).toBeHidden({ timeout: 60_000 });
    await settled(page);
    await expect(field).toHaveValue(String(workers));
    await expect(page.getByText(t('settings.restart.needed'))).toBeHidden();
    await expect.poll(() => workersOf(system), { timeout: 60_000 }).toBe(workers);
  }
});
