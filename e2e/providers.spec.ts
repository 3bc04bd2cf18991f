import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const MAILBOX_PASSWORD = 'open sesame 2026';

test('an administrator connects an SMTP server, mends a wrong password, pauses and deletes it', async ({
  system,
  page,
}) => {
  test.setTimeout(120_000);
  const mailServer = await startMailServer(MAILBOX_PASSWORD);
  const browserConsole = watchConsole(page);
  try {
    await system.relevo('admin', 'create', '--email', 'providers@example.com', '--password', PASSWORD);
    await signIn(page, 'providers@example.com');

    await test.step('create it with a wrong password: the test says what to do', async () => {
      await page.goto('/providers/new?preset=smtp.own');
      await page.getByRole('textbox', { name: t('providers.form.name'), exact: true }).fill('Mail room');
      await page.getByRole('textbox', { name: t('providers.fields.host.label') }).fill('127.0.0.1');
      await page
        .getByRole('textbox', { name: t('providers.fields.port.label') })
        .fill(String(mailServer.port));
      await page.getByRole('combobox', { name: t('providers.fields.security.label') }).click();
      await page.getByRole('option', { name: t('providers.fields.security.choices.none') }).click();
      await page.getByRole('textbox', { name: t('providers.fields.username.label') }).fill('clinic');
      await page.getByLabel(t('providers.fields.password.label')).first().fill('wrong password');
      await page.getByRole('button', { name: t('providers.new.submit') }).click();
      await expect(page.getByText(t('tests.causes.auth', { name: 'Mail room' }))).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('type the right one: the test passes and shows its steps', async () => {
      await page.getByRole('button', { name: t('common.secret.replace') }).click();
      await page.getByLabel(t('providers.fields.password.label')).first().fill(MAILBOX_PASSWORD);
      await page.getByRole('button', { name: t('common.save') }).click();
      await expect(page.getByText(t('providers.saved'))).toBeVisible();
      await page.getByRole('button', { name: t('providers.test.run') }).click();
      await expect(page.getByText(t('tests.ok', { name: 'Mail room' }))).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('nothing on the page or in its data gives the password away', async () => {
      expect(await page.content()).not.toContain(MAILBOX_PASSWORD);
    });

    await test.step('in Technical mode the transcript is there, without the password', async () => {
      await page.getByText(t('shell.mode.technical'), { exact: true }).click();
      await page.getByRole('button', { name: t('providers.test.run') }).click();
      await expect(page.getByText(/C: EHLO/)).toBeVisible();
      await expect(page.getByText(/AUTH \w+ ••••/)).toBeVisible();
    });

    await test.step('pause, resume and delete', async () => {
      await page.getByRole('button', { name: t('providers.pause') }).click();
      await page.getByRole('button', { name: t('providers.resume') }).click();
      await expect(page.getByRole('button', { name: t('providers.pause') })).toBeVisible();
      await page.getByRole('button', { name: t('common.delete') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('providers.delete.confirm') })
        .click();
      await page.waitForURL((url) => url.pathname === '/providers');
      await expect(page.getByText(t('providers.deleted', { name: 'Mail room' }))).toBeVisible();
    });
    browserConsole.expectNone();
  } finally {
    await mailServer.close();
  }
});
