import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'event-log@example.com';
const SANDBOX = 'Logged';
const TO = 'open+logged@sandbox.test';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, {
    kind: 'sandbox',
    name: SANDBOX,
    settings: {},
    fromEmail: 'clinic@example.com',
  });
});

test.afterAll(({ system }) => removeProviders(system, SANDBOX));

const main = (page: Page) => page.getByRole('main');
const detailsOf = (page: Page, type: 'opened' | 'captured') =>
  main(page).getByRole('button', {
    name: t('events.detailsOf', { event: t(`events.types.${type}`), recipient: TO }),
    exact: true,
  });

test('the log tells what happened, filtered, and what a provider posted is read again', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const token = await system.relevo(
    'token',
    'create',
    '--name',
    'event log',
    '--scopes',
    'messages:send,events:read',
  );
  const headers = { authorization: `Bearer ${token.trim()}` };
  const sent = await page.request.post('/api/v1/messages', {
    headers,
    data: { to: TO, subject: 'Logged', text: 'Hi', providers: [SANDBOX] },
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const { id } = (await sent.json()) as { id: string };
  await expect
    .poll(
      async () => {
        const found = await page.request.get(`/api/v1/events?message=${id}&type=opened`, { headers });
        return (await found.json()).data.length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);

  await signIn(page, EMAIL);
  await page.goto('/');
  await chooseTechnical(page);
  await page.goto(paths.events({ message: id }));
  await settled(page);
  await expect(detailsOf(page, 'opened')).toBeVisible();
  await expect(detailsOf(page, 'captured')).toBeVisible();
  await expectAccessible(page);
  await show(page, 'event-log');

  await test.step('a filter leaves out the others, and stays in the address', async () => {
    await main(page)
      .getByRole('combobox', { name: t('events.filters.type') })
      .click();
    await page.getByRole('option', { name: t('events.types.opened'), exact: true }).click();
    await expect(page).toHaveURL(/type=opened/);
    await expect(detailsOf(page, 'captured')).toHaveCount(0);
    await expect(detailsOf(page, 'opened')).toBeVisible();
    await page.reload();
    await settled(page);
    await expect(detailsOf(page, 'opened')).toBeVisible();
    await expect(detailsOf(page, 'captured')).toHaveCount(0);
  });

  await test.step('the details have the very words, and they are read again', async () => {
    await detailsOf(page, 'opened').click();
    const dialog = page.getByRole('dialog', { name: t('events.one') });
    await expect(dialog.getByText('"event":"open"')).toBeVisible();
    await expectAccessible(page);
    await show(page, 'event-details');
    await dialog.getByRole('button', { name: t('events.replay.one'), exact: true }).click();
    await expect(page.getByText(t('events.replay.done')).first()).toBeVisible();
    await expect(dialog.getByText(t('events.states.read'), { exact: true })).toBeVisible({ timeout: 20_000 });
    const found = await page.request.get(`/api/v1/events?message=${id}&type=opened`, { headers });
    expect((await found.json()).data).toHaveLength(1);
    await dialog.getByRole('button', { name: t('events.close'), exact: true }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('the stored webhooks of a provider, many at once', async () => {
    await main(page)
      .getByRole('tab', { name: t('events.tabs.webhooks') })
      .click();
    await main(page)
      .getByRole('combobox', { name: t('events.filters.provider') })
      .click();
    await page.getByRole('option', { name: SANDBOX, exact: true }).click();
    await settled(page);
    await expect(main(page).getByText(t('events.states.read'), { exact: true })).toHaveCount(1);
    await expectAccessible(page);
    await show(page, 'stored-webhooks');
    await main(page)
      .getByRole('button', { name: t('events.replay.many'), exact: true })
      .click();
    const dialog = page.getByRole('dialog', { name: t('events.replay.title') });
    await dialog.getByRole('combobox', { name: t('events.filters.provider') }).click();
    await page.getByRole('option', { name: SANDBOX, exact: true }).click();
    await dialog.getByRole('switch', { name: t('events.replay.all') }).check();
    await dialog.getByRole('button', { name: t('events.replay.count'), exact: true }).click();
    await expect(dialog.getByText(t('events.replay.matched', { count: 1 }))).toBeVisible();
    await expectAccessible(page);
    await show(page, 'replay-many');
    await dialog.getByRole('button', { name: t('events.replay.confirm', { count: 1 }), exact: true }).click();
    await expect(page.getByText(t('events.replay.doneMany', { count: 1 })).first()).toBeVisible();
  });
});
