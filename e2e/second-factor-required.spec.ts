import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { scan, show, signOut } from './support/second-factor';
import { test } from './support/test';

const t = translator('en');

test('who is of a role that needs one sets it up before anything else', async ({ page, system }) => {
  test.setTimeout(180_000);
  const email = 'must-have@example.com';
  const create = ['admin', 'create', '--password', PASSWORD] as const;
  await system.relevo(...create, '--email', email, '--role', 'viewer');
  await system.relevo(...create, '--email', 'requires@example.com');
  await signIn(page, 'requires@example.com');
  await page.goto('/settings?tab=security');
  await settled(page);
  const required = page.getByRole('checkbox', { name: t('settings.choices.viewer') });
  await required.check();
  await show(page, 'setting');
  await expectAccessible(page);
  await page.getByRole('button', { name: t('settings.save') }).click();
  await expect(page.getByText(t('settings.saved')).first()).toBeVisible();
  await signOut(page);

  await page.goto('/sign-in?callbackUrl=/messages');
  await page.getByLabel(t('auth.signIn.email')).fill(email);
  await page.getByLabel(t('auth.signIn.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
  const heading = page.getByRole('heading', { name: t('auth.addFactor.title') });
  await expect(heading).toBeVisible();
  await expectAccessible(page);
  await show(page, 'must-begin');
  for (const path of ['/', '/account', '/tokens']) {
    await page.goto(path);
    await expect(heading).toBeVisible();
  }
  const read = await page.request.get('/api/v1/messages');
  expect([read.status(), ((await read.json()) as { code: string }).code]).toEqual([
    403,
    'second_factor_required',
  ]);
  await page.goto('/messages');
  await page.getByLabel(t('account.secondFactor.password')).fill(PASSWORD);
  await page.getByRole('button', { name: t('account.secondFactor.begin') }).click();
  const app = await scan(page);
  await show(page, 'must-key');
  await page.getByLabel(t('account.secondFactor.code'), { exact: true }).fill(app.code());
  await page.getByRole('button', { name: t('account.secondFactor.confirm') }).click();
  const list = page.getByRole('list', { name: t('account.secondFactor.codes.title') });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  await show(page, 'must-codes');
  await page.getByRole('button', { name: t('account.secondFactor.codes.done') }).click();
  await page.waitForURL((url) => url.pathname === '/messages');
  await settled(page);

  // What other tests sign in with has none.
  await signOut(page);
  await signIn(page, 'requires@example.com');
  await page.goto('/settings?tab=security');
  await required.uncheck();
  await page.getByRole('button', { name: t('settings.save') }).click();
  await expect(page.getByText(t('settings.saved')).first()).toBeVisible();
});
