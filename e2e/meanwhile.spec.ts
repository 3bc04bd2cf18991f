import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, signIn } from './support/panel';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');
const days = t('settings.fields.delivery_retention_days.label');

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'meanwhile@example.com', '--password', PASSWORD);
});
test.afterAll(async ({ system }) => {
  await system.relevo('settings', 'reset', 'delivery.retention.days');
});

test('what somebody else saved meanwhile is shown before it is overwritten', async ({ system, page }) => {
  await signIn(page, 'meanwhile@example.com');
  await page.goto('/settings');
  await page.getByRole('tab', { name: t('settings.tabs.delivery') }).click();
  const field = page.getByLabel(days, { exact: true }).first();
  const notice = page.getByRole('alert').filter({ hasText: t('common.form.meanwhile.title') });
  const stored = () => system.relevo('settings', 'show', 'delivery.retention.days');

  await test.step('a save over it is refused, and says what it would have replaced', async () => {
    await field.fill('12');
    await system.relevo('settings', 'set', 'delivery.retention.days=34');
    await press(page, 'settings.save');
    for (const value of ['30', '34', '12']) await expect(notice).toContainText(value);
    await expect(field).toHaveValue(/^12/);
    expect(await stored()).toBe('delivery.retention.days=34\n');
    await expectAccessible(page);
  });

  await test.step('who keeps their own saves it', async () => {
    await notice.getByRole('button', { name: t('common.form.meanwhile.keepMine') }).click();
    await expect(notice).toHaveCount(0);
    await press(page, 'settings.save');
    await expect(page.getByText(t('common.form.unsaved'))).toBeHidden();
    expect(await stored()).toBe('delivery.retention.days=12\n');
  });

  await test.step('who takes theirs sees it in the field', async () => {
    await field.fill('56');
    await system.relevo('settings', 'set', 'delivery.retention.days=78');
    await press(page, 'settings.save');
    await notice.getByRole('button', { name: t('common.form.meanwhile.takeTheirs') }).click();
    await expect(notice).toHaveCount(0);
    await expect(field).toHaveValue(/^78/);
  });
});
