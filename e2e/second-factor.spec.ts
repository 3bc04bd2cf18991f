import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { card, enterCode, enterPassword, scan, show, signOut } from './support/second-factor';
import { test } from './support/test';

const t = translator('en');
const es = translator('es');

test('a second factor is set up, asked for, and works once', async ({ page, system }) => {
  test.setTimeout(240_000);
  // The session goes on under another name: a read under way by the one before is refused, and asked once more.
  const watched = watchConsole(page, /status of 401/);
  const email = 'second-factor@example.com';
  await system.relevo('admin', 'create', '--email', email, '--password', PASSWORD);
  await signIn(page, email);
  await page.goto('/account');
  await settled(page);

  // Set up: the password, then the key as it is read off the screen, then a code.
  await card(page).getByLabel(t('account.secondFactor.password')).fill(PASSWORD);
  await show(page, 'begin');
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.begin') })
    .click();
  await expect(card(page).getByRole('img', { name: t('account.secondFactor.key.picture') })).toBeVisible();
  await expectAccessible(page);
  await show(page, 'key');
  const app = await scan(page);
  const code = card(page).getByLabel(t('account.secondFactor.code'), { exact: true });
  await code.fill(app.code(-20));
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.confirm') })
    .click();
  await expect(card(page).getByText(t('flaws.code_wrong')).first()).toBeVisible();
  await show(page, 'key-wrong');
  await code.fill(app.code());
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.confirm') })
    .click();
  const list = card(page).getByRole('list', { name: t('account.secondFactor.codes.title') });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const codes = await list.getByRole('listitem').allInnerTexts();
  await expectAccessible(page);
  await show(page, 'codes');
  const saved = page.waitForEvent('download');
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.codes.download') })
    .click();
  expect((await saved).suggestedFilename()).toBe('relevo-recovery-codes.txt');
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.codes.done') })
    .click();
  await expect(card(page).getByText('10 recovery codes are left')).toBeVisible();
  await expectAccessible(page);
  await show(page, 'on');
  // The session goes on, under another name.
  await page.reload();
  await expect(card(page).getByText('10 recovery codes are left')).toBeVisible();

  // Signing in: after a reload, too, and by the same code no more.
  await signOut(page);
  await enterPassword(page, email);
  await expectAccessible(page);
  await show(page, 'sign-in-code');
  await page.reload();
  // The next one, which stays right for a while.
  const used = app.code(1);
  await enterCode(page, t('auth.code.field.app'), used);
  await page.waitForURL((url) => url.pathname === '/');
  await settled(page);
  await signOut(page);
  await enterPassword(page, email);
  await enterCode(page, t('auth.code.field.app'), used);
  await expect(page.getByText(t('flaws.code_used'))).toBeVisible();
  await show(page, 'sign-in-used');

  // By a recovery code, which says how many are left; the same one is refused.
  await page.getByRole('button', { name: t('auth.code.turn.app') }).click();
  await show(page, 'sign-in-recovery');
  await enterCode(page, t('auth.code.field.recovery'), codes[0]!.toLowerCase());
  await expect(page.getByRole('heading', { name: t('auth.codesLeft.title') })).toBeVisible();
  await expect(page.getByText('9 are left')).toBeVisible();
  await expectAccessible(page);
  await show(page, 'codes-left');
  await page.getByRole('button', { name: t('auth.codesLeft.enter') }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await settled(page);
  await signOut(page);
  await enterPassword(page, email);
  await page.getByRole('button', { name: t('auth.code.turn.app') }).click();
  await enterCode(page, t('auth.code.field.recovery'), codes[0]!);
  await expect(page.getByText(t('flaws.code_used'))).toBeVisible();
  await enterCode(page, t('auth.code.field.recovery'), codes[1]!);
  await page.getByRole('button', { name: t('auth.codesLeft.account') }).click();
  await expect(card(page).getByText('8 recovery codes are left')).toBeVisible();

  // New codes need the password and a code; so does removing it.
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.renew') })
    .click();
  await prove(page, codes[2]!, t('account.secondFactor.renewWindow.submit'));
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const renewed = await list.getByRole('listitem').allInnerTexts();
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.codes.done') })
    .click();
  await card(page)
    .getByRole('button', { name: t('account.secondFactor.remove') })
    .click();
  await show(page, 'remove');
  await prove(page, renewed[0]!, t('account.secondFactor.removeWindow.submit'));
  await expect(card(page).getByLabel(t('account.secondFactor.password'))).toBeVisible();
  await signOut(page);
  await signIn(page, email);
  await page.goto('/audit');
  for (const action of [
    'add_second_factor',
    'use_recovery_code',
    'renew_recovery_codes',
    'remove_second_factor',
  ])
    await expect(page.getByText(t(`audit.actions.account_${action}`)).first()).toBeVisible();
  watched.expectNone();
});

test('in Spanish', async ({ page, system }) => {
  test.setTimeout(120_000);
  const email = 'segundo-factor@example.com';
  await system.relevo('admin', 'create', '--email', email, '--password', PASSWORD, '--language', 'es');
  await signIn(page, email);
  await page.goto('/account');
  await settled(page);
  await card(page, es).getByLabel(es('account.secondFactor.password')).fill(PASSWORD);
  await card(page, es)
    .getByRole('button', { name: es('account.secondFactor.begin') })
    .click();
  await expect(card(page, es).getByText(es('account.secondFactor.key.scan'))).toBeVisible();
  await show(page, 'es-key');
  const app = await scan(page, es);
  await card(page, es).getByLabel(es('account.secondFactor.code'), { exact: true }).fill(app.code());
  await card(page, es)
    .getByRole('button', { name: es('account.secondFactor.confirm') })
    .click();
  await expect(card(page, es).getByText(es('account.secondFactor.codes.once'))).toBeVisible();
  await show(page, 'es-codes');
});

async function prove(page: Page, code: string, submit: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('account.secondFactor.password')).fill(PASSWORD);
  await dialog.getByLabel(t('account.secondFactor.code'), { exact: true }).fill(code);
  await dialog.getByRole('button', { name: submit }).click();
}
