import { type Browser, expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');
const EMAIL = 'sessions@example.com';

test.beforeAll(({ system }) =>
  system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD).then(() => undefined),
);
test.afterAll(({ system }) => system.relevo('person', 'sign-out', EMAIL).then(() => undefined));

/** A second browser, in which the same person is signed in. */
async function elsewhere(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await signIn(page, EMAIL);
  return page;
}

async function expectToldWhy(page: Page, reason: 'elsewhere' | 'administrator'): Promise<void> {
  await expect(page.getByRole('heading', { name: t('auth.signIn.title') })).toBeVisible();
  await expect(page.getByText(t(`auth.signIn.ended.${reason}`))).toBeVisible();
}

/** What somebody might press, each on another page: a link, a button that asks the server to act, a list that reads more. */
const CLICKS: Record<string, { at: string; press: (page: Page) => Promise<unknown> }> = {
  'a link': {
    at: '/account',
    press: (page) => page.getByRole('link', { name: t('shell.nav.queue'), exact: true }).click(),
  },
  'a server action': { at: '/account', press: (page) => press(page, 'account.preferences.submit') },
  'a read of the page': {
    at: '/messages',
    press: (page) => page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('receipt'),
  },
};

for (const [name, click] of Object.entries(CLICKS))
  test(`a session that was ended elsewhere is over with the next click: ${name}`, async ({
    page,
    browser,
    system,
  }) => {
    test.setTimeout(120_000);
    const other = await elsewhere(browser, system.url);
    await other.goto(click.at);
    await settled(other);
    await signIn(page, EMAIL);
    await page.goto('/account');
    await settled(page);
    await show(page, 'sessions');
    await press(page, 'account.sessions.others.action');
    await press(page, 'account.sessions.others.confirm');
    await expect(
      page.getByText(/The other session has ended|other sessions have ended/).first(),
    ).toBeVisible();
    await click.press(other);
    await expectToldWhy(other, 'elsewhere');
    await show(other, 'ended');
    await expectAccessible(other);
    await other.context().close();
  });

test('an administrator ends the session of somebody else', async ({ page, browser, system }) => {
  test.setTimeout(120_000);
  const other = await elsewhere(browser, system.url);
  await system.relevo('admin', 'create', '--email', 'boss@example.com', '--password', PASSWORD);
  await signIn(page, 'boss@example.com');
  await page.goto('/people');
  await page.getByRole('link', { name: EMAIL }).first().click();
  await expect(page.getByRole('heading', { name: t('people.sessions.title'), exact: true })).toBeVisible();
  await settled(page);
  await show(page, 'person-sessions');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: t('account.sessions.revoke'), exact: true })
    .first()
    .click();
  await press(page, 'account.sessions.confirm');
  await expect(page.getByText(t('account.sessions.revoked')).first()).toBeVisible();
  await other.goto('/queue');
  await expectToldWhy(other, 'administrator');
  await other.context().close();
});
