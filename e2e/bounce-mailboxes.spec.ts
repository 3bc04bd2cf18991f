import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { createImapServer, type ImapServer } from '@/lib/testing/imap-server';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'bounce-mailboxes@example.com';
const NAME = 'Bounces of the clinic';
const LOGIN = { username: 'bounces@mailboxes.example', password: 'correct-horse' };
let imap: ImapServer;
let port: number;

test.beforeAll(async ({ system }) => {
  imap = createImapServer({ login: LOGIN });
  await new Promise<void>((resolve) => imap.server.listen(0, '127.0.0.1', resolve));
  port = (imap.server.address() as AddressInfo).port;
  imap.add(Buffer.from('From: ana@example.com\r\nSubject: Hello\r\n\r\nNo bounce.\r\n'));
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});
test.afterAll(() => {
  imap.server.close();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const cardOf = (page: Page) => page.getByRole('region', { name: NAME });

test('a mailbox is added with a wrong password, tested, mended, read, and deleted', async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, EMAIL);
  await page.goto(paths.bounceMailboxes());
  await settled(page);
  await expect(page.getByText(t('mailboxes.empty.title'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'mailboxes-empty');
  await page
    .getByRole('main')
    .getByRole('button', { name: t('mailboxes.add') })
    .first()
    .click();
  const dialog = dialogOf(page);
  const field = (name: string) =>
    dialog.getByRole('textbox', { name: t(`mailboxes.form.${name}`), exact: true });
  await field('name').fill(NAME);
  await field('host').fill('127.0.0.1');
  await field('port').fill(String(port));
  await dialog.getByLabel(t('mailboxes.form.security')).first().click();
  await page.getByRole('option', { name: t('mailboxes.form.securities.none') }).click();
  await field('username').fill(LOGIN.username);
  await dialog.getByLabel(t('mailboxes.form.password')).fill('wrong-horse');
  await expectAccessible(page);
  await show(page, 'mailbox-form');
  await dialog.getByRole('button', { name: t('mailboxes.form.submit'), exact: true }).click();
  await expect(dialog).toBeHidden();

  const card = cardOf(page);
  await card.getByRole('button', { name: t('mailboxes.test.one', { name: NAME }) }).click();
  await expect(card.getByRole('status').getByText(t('mailboxes.causes.auth.what'))).toBeVisible();
  await expect(card.getByText(t('mailboxes.state.failing'))).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await show(page, 'mailbox-failing');

  await card.getByRole('button', { name: t('mailboxes.edit.one', { name: NAME }) }).click();
  await expect(field('username')).toHaveValue(LOGIN.username);
  await dialog.getByRole('button', { name: t('common.secret.replace') }).click();
  await dialog.getByLabel(t('mailboxes.form.password')).fill(LOGIN.password);
  await show(page, 'mailbox-edit');
  await dialog.getByRole('button', { name: t('mailboxes.form.submit'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(card.getByText(t('mailboxes.state.read'), { exact: true })).toBeVisible({ timeout: 40_000 });
  await card.getByRole('button', { name: t('mailboxes.test.one', { name: NAME }) }).click();
  await expect(card.getByText(t('mailboxes.test.works'))).toBeVisible();
  await expect(card.getByText(t('mailboxes.counts', { read: 1, noted: 0 }))).toBeVisible();
  expect([...imap.folders.INBOX!.mails[0]!.flags]).toEqual(['\\Seen']);
  await expectAccessible(page);
  await show(page, 'mailbox-works');

  await card.getByRole('button', { name: t('mailboxes.remove.one', { name: NAME }) }).click();
  await dialog.getByRole('button', { name: t('mailboxes.remove.confirm'), exact: true }).click();
  await expect(page.getByText(t('mailboxes.empty.title'))).toBeVisible();
});
