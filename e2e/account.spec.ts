import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');
const EMAIL = 'rosa.quintana@example.com';

test.beforeAll(({ system }) =>
  system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD).then(() => undefined),
);

test('whether a password will do is said as one types it, and again where it is saved', async ({ page }) => {
  await signIn(page, EMAIL);
  await page.goto('/account');
  await settled(page);
  const field = page.getByLabel(t('account.password.new'), { exact: true });
  const said = (text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();
  await field.fill('short1');
  await said('6 more characters.');
  await field.fill('password1234');
  await said(t('flaws.password_common'));
  await show(page, 'password-common');
  await expectAccessible(page);
  await field.fill('Rosa-Quintana-2026');
  await said(t('flaws.password_own'));
  await field.fill('nine blue turtles sing');
  await said(t('common.form.newPassword.good'));
  await expect(page.getByText(t('flaws.password_own'))).toHaveCount(0);

  await field.fill('password1234');
  await page.getByLabel(t('account.password.current')).fill(PASSWORD);
  await press(page, 'account.password.submit');
  await said(t('flaws.password_common'));
  await expect(field).toBeFocused();
});
