import { expect, type Page } from '@playwright/test';
import { makeMail, makeReport } from '@/lib/bounces/mails/make-mail';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type MailServer, startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'suppressions@example.com';
/** The mail server has no such mailbox. */
const GONE = 'malo@suppressions.example.com';
const PROVIDER = 'Suppressions-relay';
let mailServer: MailServer;

test.beforeAll(async ({ system }) => {
  mailServer = await startMailServer(RELAY_PASSWORD);
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, relayTo(mailServer, { name: PROVIDER, priority: 1 }));
});

test.afterAll(async ({ system }) => {
  await removeProviders(system, PROVIDER);
  await mailServer.close();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

test('an address that is gone is written to no more, is seen on the list, and comes back by an undo', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const scopes = ['token', 'create', '--name', 'suppressions', '--scopes', 'messages:send'];
  const authorization = `Bearer ${(await system.relevo(...scopes)).trim()}`;
  const send = async (subject: string): Promise<string> => {
    const data = { to: GONE, subject, text: 'Hi', providers: [PROVIDER] };
    const answer = await page.request.post('/api/v1/messages', { headers: { authorization }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return ((await answer.json()) as { id: string }).id;
  };
  await signIn(page, EMAIL);
  const bounced = await send('Bounces');
  await page.goto(paths.message(bounced));
  await expect(page.getByText(/No such user here/).first()).toBeVisible({ timeout: 20_000 });

  const held = await send('Is held');
  await page.goto(paths.message(held));
  await expect(page.getByText(t('messages.reason.suppressed')).first()).toBeVisible({ timeout: 20_000 });
  await expect(button(page, t('messages.resend.buttonAnyway')).first()).toBeVisible();
  await show(page, 'suppressed-message');

  await page.goto(paths.suppressions());
  await settled(page);
  await expect(page.getByRole('main').getByText(GONE, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(t('suppressions.cause.hard_bounce')).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'suppressions');

  await button(page, t('suppressions.undo.button')).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel(t('suppressions.undo.provider')).first().click();
  await page.getByRole('option', { name: PROVIDER, exact: true }).click();
  await dialog.getByRole('button', { name: t('suppressions.undo.count'), exact: true }).click();
  await expect(dialog.getByText(t('suppressions.undo.matched', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'undo');
  await dialog
    .getByRole('button', { name: t('suppressions.undo.confirm', { count: 1 }), exact: true })
    .click();
  await expect(page.getByText(t('suppressions.undo.done')).first()).toBeVisible();
  await expect(page.getByRole('main').getByText(GONE, { exact: true })).toHaveCount(0);

  // It is tried again, and refused again.
  const again = await send('Goes out again');
  await page.goto(paths.message(again));
  await expect(page.getByText(/No such user here/).first()).toBeVisible({ timeout: 20_000 });
});

test('an address is added by hand, found, and removed', async ({ page }) => {
  await signIn(page, EMAIL);
  await page.goto(paths.suppressions());
  await settled(page);
  await button(page, t('suppressions.add.button')).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: t('suppressions.columns.address') }).fill('Phoned@Example.com');
  await dialog.getByRole('textbox', { name: t('suppressions.add.reason') }).fill('Asked us by phone');
  await expectAccessible(page);
  await show(page, 'add');
  await dialog.getByRole('button', { name: t('suppressions.add.confirm'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('searchbox', { name: t('suppressions.filters.q') }).fill('phoned');
  // Only then is the list that of the filter, and stays.
  await expect(page).toHaveURL(/q=phoned/);
  await settled(page);
  await expect(page.getByText('Asked us by phone').first()).toBeVisible();
  await page
    .getByRole('button', {
      name: t('suppressions.remove.one', { address: 'phoned@example.com' }),
      exact: true,
    })
    .first()
    .click();
  await dialog.getByRole('button', { name: t('suppressions.remove.confirm'), exact: true }).click();
  await expect(page.getByText(t('suppressions.empty.filtered')).first()).toBeVisible();
});

test('a list from elsewhere and bounce mails come in as files, and say what was wrong with them', async ({
  page,
  system,
}) => {
  test.setTimeout(90_000);
  const authorization = `Bearer ${(
    await system.relevo('token', 'create', '--name', 'files', '--scopes', 'messages:send')
  ).trim()}`;
  const data = {
    to: 'ana@files.example.com',
    subject: 'Comes back later',
    text: 'Hi',
    providers: [PROVIDER],
  };
  const answer = await page.request.post('/api/v1/messages', {
    headers: { authorization, prefer: 'wait=20' },
    data,
  });
  const { id } = (await answer.json()) as { id: string };
  await signIn(page, EMAIL);
  await page.goto(paths.suppressions());
  await settled(page);
  const dialog = dialogOf(page);
  const choose = (name: string, mimeType: string, content: string) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(content) });

  await button(page, t('suppressions.import.button')).click();
  await choose(
    'list.csv',
    'text/csv',
    'address,cause\nimported@files.example.com,manual\nno address,manual\n',
  );
  await dialog.getByRole('button', { name: t('suppressions.import.confirm'), exact: true }).click();
  await expect(dialog.getByText(t('suppressions.import.done', { added: 1, wrong: 1 }))).toBeVisible();
  await expect(dialog.getByText(new RegExp(t('suppressions.import.line', { line: 3 })))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'suppressions-import');
  await dialog
    .getByRole('button', { name: t('suppressions.close'), exact: true })
    .last()
    .click();
  await expect(page.getByText('imported@files.example.com', { exact: true }).first()).toBeVisible();

  await button(page, t('suppressions.read.button')).click();
  const bounce = makeMail({
    headers: { 'Message-ID': `<back-${id}@mx.example>` },
    body: makeReport({
      recipients:
        'Final-Recipient: rfc822; ana@files.example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
      returned: `Message-ID: <${id}@example.com>\n`,
    }),
  });
  await choose('bounce.eml', 'message/rfc822', bounce.toString());
  await dialog.getByRole('button', { name: t('suppressions.read.confirm'), exact: true }).click();
  await expect(dialog.getByText(t('suppressions.read.effect.noted'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'suppressions-read');
  await dialog.getByRole('link', { name: t('suppressions.read.openMessage') }).click();
  await expect(page.getByText(/User unknown/).first()).toBeVisible();
});
