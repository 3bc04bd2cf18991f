import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'boss@example.com', '--password', PASSWORD);
});

test('somebody is invited, joins by the link once, and is taken out again', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const browserConsole = watchConsole(page);
  const theirs = await (await browser.newContext({ locale: 'es-ES' })).newPage();
  const dialog = page.getByRole('dialog');
  await signIn(page, 'boss@example.com');
  await page.goto(paths.people());
  await settled(page);
  await expectAccessible(page);

  const link = await test.step('invited as a viewer, with a link to hand over', async () => {
    await press(page, t('people.invite.action'));
    await dialog.getByLabel(t('people.invite.email')).fill('lucia@example.com');
    await expect(dialog.getByRole('radio', { name: t('account.roles.viewer') })).toBeChecked();
    await expectAccessible(page);
    await show(page, 'invite');
    await press(page, t('people.invite.submit'));
    const text = dialog.getByRole('region', { name: t('people.link.label') });
    await expect(text).toContainText('/join/');
    await expectAccessible(page);
    await show(page, 'invited');
    const shown = (await text.textContent())!.trim();
    await press(page, t('people.link.done'));
    await expect(page.getByText(t('people.states.invited'), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await show(page, 'people');
    return shown;
  });

  await test.step('nobody is invited twice', async () => {
    await press(page, t('people.invite.action'));
    await dialog.getByLabel(t('people.invite.email')).fill('Lucia@example.com');
    await press(page, t('people.invite.submit'));
    await expect(
      dialog.getByText(t('refusals.invited_already', { email: 'Lucia@example.com' })),
    ).toBeVisible();
    await dialog.getByLabel(t('people.invite.email')).fill('BOSS@example.com');
    await press(page, t('people.invite.submit'));
    await expect(dialog.getByText(t('refusals.person_there', { email: 'BOSS@example.com' }))).toBeVisible();
  });

  const es = translator('es');
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await test.step('joins', async () => {
    await theirs.goto(link);
    await theirs.getByLabel(es('auth.setup.name')).fill('Lucía Ñandú');
    await theirs.getByLabel(es('auth.setup.password'), { exact: true }).fill(PASSWORD);
    await theirs.getByRole('button', { name: es('people.join.submit') }).click();
    await expect(theirs.getByRole('navigation', { name: es('shell.mainNavigation') })).toBeVisible();
    await theirs.goto(paths.people());
    await settled(theirs);
    await show(theirs, 'people-as-viewer-es');
  });

  await test.step('the link is used up, also for who had it open', async () => {
    await other.getByLabel(t('auth.setup.name')).fill('Somebody else');
    await other.getByLabel(t('auth.setup.password'), { exact: true }).fill(PASSWORD);
    await other.getByRole('button', { name: t('people.join.submit') }).click();
    await expect(other.getByText(t('refusals.link_spent')).first()).toBeVisible();
    await other.goto(link);
    await expect(other.getByText(t('people.links.why.used'))).toBeVisible();
    await other.context().close();
  });

  await test.step('is changed, and taken out: the next click leads to the sign-in', async () => {
    await page.goto(paths.people());
    await page.getByRole('link', { name: 'Lucía Ñandú' }).click();
    await expect(page.getByRole('heading', { name: 'Lucía Ñandú', level: 1 })).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'person');
    // What their page reads by itself gets no answer, or that would lead to the sign-in page before anybody clicks.
    await theirs.route('**/api/v1/**', () => undefined);
    await press(page, t('people.deactivate.action'));
    await show(page, 'deactivate');
    await dialog.getByRole('button', { name: t('people.deactivate.confirm'), exact: true }).click();
    await expect(page.getByText(t('people.states.inactive'), { exact: true })).toBeVisible();
    await theirs.getByRole('link', { name: es('shell.nav.messages'), exact: true }).click();
    await expect(theirs).toHaveURL(/\/sign-in/);
    await theirs.unrouteAll({ behavior: 'ignoreErrors' });
  });

  await test.step('the audit log tells all of it', async () => {
    await page.goto(paths.audit());
    await settled(page);
    for (const deed of ['invite', 'join', 'deactivate'])
      await expect(page.getByText(t(`audit.actions.person_${deed}`)).first()).toBeVisible();
    await show(page, 'audit');
  });
  browserConsole.expectNone();
  await theirs.context().close();
});
