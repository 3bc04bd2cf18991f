import { type Browser, expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { openDatabase } from './support/database';
import { expectAccessible, PASSWORD, settled, signIn, signInByForm } from './support/panel';
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
  await signInByForm(page, EMAIL);
  return page;
}

async function expectToldWhy(page: Page, reason: 'elsewhere' | 'administrator'): Promise<void> {
  await expect(page.getByRole('heading', { name: t('auth.signIn.title') })).toBeVisible();
  await expect(page.getByText(t(`auth.signIn.ended.${reason}`))).toBeVisible();
}

/**
 * What somebody might press, each on another page: a link, a button that asks the server to act, a list that reads more. `alone`: what the page
 * reads by itself gets no answer, or that would lead to the sign-in page before anybody presses anything.
 */
const CLICKS: Record<string, { at: string; alone: boolean; press: (page: Page) => Promise<unknown> }> = {
  'a link': {
    at: '/account',
    alone: true,
    press: (page) => page.getByRole('link', { name: t('shell.nav.queue'), exact: true }).click(),
  },
  'a server action': {
    at: '/account',
    alone: true,
    press: (page) => press(page, 'account.preferences.submit'),
  },
  'a read of the page': {
    at: '/messages',
    alone: false,
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
    if (click.alone) await other.route('**/api/v1/**', () => undefined);
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
    await other.unrouteAll({ behavior: 'ignoreErrors' });
    await show(other, 'ended');
    await expectAccessible(other);
    await other.context().close();
  });

test('an administrator ends the session of somebody else', async ({ page, browser, system }) => {
  test.setTimeout(120_000);
  const other = await elsewhere(browser, system.url);
  await system.relevo('admin', 'create', '--email', 'chief@example.com', '--password', PASSWORD);
  await signIn(page, 'chief@example.com');
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
  // Unless the page has gone there by itself meanwhile.
  await other.goto('/queue').catch(() => undefined);
  await expectToldWhy(other, 'administrator');
  await other.context().close();
});

test('what gives out access asks for the password again, and then goes on with what was filled in', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  await signIn(page, EMAIL);
  await page.goto('/tokens?new=true');
  await page.getByRole('textbox', { name: t('tokens.form.name') }).fill('Made after a while');
  await page.getByRole('button', { name: t('tokens.presets.follow'), exact: true }).click();
  const sql = openDatabase(system);
  await sql`update sessions set confirmed_at = now() - interval '11 minutes'`;
  await sql.end();
  await press(page, 'tokens.form.submit');
  const dialog = page.getByRole('dialog', { name: t('common.confirmSelf.title') });
  const password = dialog.getByLabel(t('common.confirmSelf.password'), { exact: true });
  await expect(password).toBeFocused();
  await show(page, 'confirm-self');
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  // Said in the window below, which is still open with what was typed.
  const form = page.getByRole('dialog', { name: t('tokens.create') });
  await expect(form.getByText(t('errors.confirmation_needed')).first()).toBeVisible();
  await expect(form.getByLabel(t('tokens.form.name'))).toHaveValue('Made after a while');
  await press(page, 'tokens.form.submit');
  await password.fill('not my password');
  await press(page, 'common.confirmSelf.submit');
  await expect(dialog.getByText(t('flaws.password')).first()).toBeVisible();
  await password.fill(PASSWORD);
  await press(page, 'common.confirmSelf.submit');
  await expect(page.getByText(t('tokens.reveal.once'))).toBeVisible();
  await press(page, 'tokens.reveal.done');
  await page.getByRole('link', { name: 'Made after a while' }).click();
  await expect(page.getByRole('heading', { name: 'Made after a while', level: 1 })).toBeVisible();
  await press(page, 'tokens.revoke.action');
  await press(page, 'tokens.revoke.confirm');
  await expect(page.getByText(t('tokens.revoke.done')).first()).toBeVisible();
});
