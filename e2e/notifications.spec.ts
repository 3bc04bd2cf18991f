import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'notifications@example.com';
const TO = 'ana@notifications.example';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

test('a type that comes with Relevo is switched off and on, changed, tried, and told what became of it', async ({
  page,
}) => {
  await signIn(page, EMAIL);
  await page.goto(paths.notificationTypes());
  await settled(page);
  await expectAccessible(page);
  await show(page, 'notification-types');
  const on = page.getByRole('switch', { name: t('notification-types.isOn', { title: 'Top-up received' }) });
  await on.click({ force: true });
  await expect(on).not.toBeChecked();
  await on.click({ force: true });
  await expect(on).toBeChecked();

  await page.getByRole('main').getByRole('link', { name: 'Top-up received', exact: true }).click();
  await settled(page);
  await page.getByRole('main').getByText(t('notification-types.modes.until_delivered.label')).click();
  await button(page, t('notification-types.form.addStep')).click();
  await expectAccessible(page);
  await show(page, 'notification-type');
  await button(page, t('notification-types.form.submit')).click();
  await expect(page.getByText(t('notification-types.saved')).first()).toBeVisible();
  await expect(
    page.getByText(t('notification-types.origins.changed'), { exact: false }).first(),
  ).toBeVisible();

  await page.getByLabel(t('notifications.try.email'), { exact: true }).fill(TO);
  await button(page, t('notifications.try.send')).click();
  await expect(page).toHaveURL(/\/notifications\/[0-9a-f-]+$/);
  await settled(page);
  await expect(page.getByRole('main').getByText(TO).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'notification');

  await page.goto(paths.notifications());
  await settled(page);
  await expect(page.getByRole('main').getByRole('link', { name: 'Top-up received' }).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'notifications');
});

test('a program tells of something by a type of its own, twice for the same cause, and one is seen as left out', async ({
  page,
  system,
}) => {
  const scopes = ['token', 'create', '--name', 'library', '--scopes', 'messages:send,notifications:write'];
  const authorization = `Bearer ${(await system.relevo(...scopes)).trim()}`;
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1/${path}`, { headers: { authorization }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const key = 'book-overdue';
  await post('notification-types', {
    key,
    title: 'Book overdue',
    steps: [{ channel: 'sms' }],
    texts: { en: 'Please bring {{ book }} back.' },
    variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
  });
  const told = {
    type: key,
    to: { phone: '+595981123456' },
    variables: { book: 'Yo el Supremo' },
    dedupeKey: 'loan 7',
  };
  const first = await post('notifications', told);
  const second = await post('notifications', told);
  expect(second).toMatchObject({ state: 'skipped', reason: 'duplicate', duplicateOf: first.id });

  await signIn(page, EMAIL);
  await page.goto(paths.notification(second.id));
  await settled(page);
  await expect(page.getByText(t('notifications.skipped.duplicate')).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'notification-duplicate');
});
