import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { test } from './support/test';
import { field, fillSmtp, goOnToTest, press, secret } from './support/wizard';

const t = translator('en');
const MAILBOX_PASSWORD = 'open sesame 2026';
const RIGHT = { name: 'Mail room', user: 'clinic', password: MAILBOX_PASSWORD, sender: 'clinic@example.com' };

test('the wizard leads from nothing to the first delivered message, across a reload and a wrong password', async ({
  system,
  page,
}) => {
  test.setTimeout(150_000);
  const mailServer = await startMailServer(MAILBOX_PASSWORD);
  const browserConsole = watchConsole(page);
  const answers = { ...RIGHT, port: mailServer.port };
  try {
    await system.relevo('admin', 'create', '--email', 'wizard@example.com', '--password', PASSWORD);
    await signIn(page, 'wizard@example.com');

    await test.step('choose the service', async () => {
      await page.goto('/providers/new');
      await expectAccessible(page);
      await page.getByRole('button', { name: new RegExp(`^${t('providers.presets.own.label')}`) }).click();
    });

    await test.step('a reload keeps what was typed, but for the password', async () => {
      await fillSmtp(page, { ...answers, password: 'wrong password' });
      await expect(page.getByText(t('wizard.draft.saved'))).toBeVisible();
      await page.reload();
      await expect(page.getByText(t('wizard.secretsNotKept'))).toBeVisible();
      await expect(field(page, 'username')).toHaveValue('clinic');
      await expect(field(page, 'port')).toHaveValue(String(mailServer.port));
      await expect(secret(page, 'password')).toHaveValue('');
      await expectAccessible(page);
    });

    await test.step('a wrong password is named by the built-in test', async () => {
      await secret(page, 'password').fill('wrong password');
      await goOnToTest(page);
      await expect(page.getByText(t('tests.causes.auth', { name: answers.name }))).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('back loses nothing; with the right password the test passes', async () => {
      await press(page, 'wizard.correct');
      await expect(field(page, 'username')).toHaveValue('clinic');
      await press(page, 'common.secret.replace');
      await secret(page, 'password').fill(MAILBOX_PASSWORD);
      await goOnToTest(page);
      await expect(page.getByText(t('tests.ok', { name: answers.name }))).toBeVisible();
    });

    await test.step('until the end the list says that it is not finished', async () => {
      await page.goto('/providers');
      await expect(page.getByText(t('providers.state.unfinished'))).toBeVisible();
      await page.getByRole('link', { name: t('providers.finishSetup') }).click();
    });

    await test.step('finish, and see a message delivered', async () => {
      await press(page, 'wizard.continue');
      await press(page, 'wizard.finish.activate');
      await expect(page.getByText(t('wizard.done.title', { name: answers.name }))).toBeVisible();
      await expectAccessible(page);
      await press(page, 'checks.endToEnd.send');
      await expect(page.getByText(t('messages.status.sent'), { exact: true })).toBeVisible();
      // What other specs left waiting may have come along.
      expect(mailServer.mails.map(({ subject }) => subject)).toContain(t('checks.endToEnd.subject'));
    });

    await test.step('a second one as its backup', async () => {
      await press(page, 'wizard.done.backupAdd');
      await expect(page.getByText(t('wizard.backupFor', { name: answers.name }))).toBeVisible();
      await page.getByRole('button', { name: new RegExp(`^${t('providers.presets.own.label')}`) }).click();
      await fillSmtp(page, { ...answers, name: 'Backup-room' });
      await goOnToTest(page);
      await expect(page.getByText(t('tests.ok', { name: 'Backup-room' }))).toBeVisible();
      await press(page, 'wizard.continue');
      await press(page, 'wizard.finish.activate');
      await expect(page.getByText(t('wizard.done.title', { name: 'Backup-room' }))).toBeVisible();
      const list = JSON.parse(await system.relevo('provider', 'list', '--json'));
      const providers: { name: string; fallback: string | null }[] = list.data ?? list;
      expect(providers.find(({ name }) => name === answers.name)?.fallback).toBe('Backup-room');
    });
    browserConsole.expectNone();
  } finally {
    await mailServer.close();
  }
});
