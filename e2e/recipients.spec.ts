import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'recipients@example.com';
const SANDBOX = 'Storied';
const ANA = 'anastasia@story.example';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, {
    kind: 'sandbox',
    name: SANDBOX,
    settings: {},
    fromEmail: 'clinic@example.com',
  });
  await system.relevo('suppression', 'add', ANA, '--reason', 'Asked us by phone');
});

test.afterAll(({ system }) => removeProviders(system, SANDBOX));

const main = (page: Page) => page.getByRole('main');

test('one box finds a person, whose story says what matters, and the button undoes it', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  const scopes = ['token', 'create', '--name', 'story', '--scopes', 'messages:send,messages:read'];
  const headers = { authorization: `Bearer ${(await system.relevo(...scopes)).trim()}` };
  const data = { to: ANA, subject: 'Receipt for Anastasia', text: 'Hi', providers: [SANDBOX] };
  const sent = await page.request.post('/api/v1/messages', { headers, data });
  expect(sent.ok(), await sent.text()).toBe(true);
  const story = `/api/v1/recipients/${encodeURIComponent(ANA)}/story`;
  await expect
    .poll(async () => (await (await page.request.get(story, { headers })).json()).messages.missed, {
      timeout: 30_000,
    })
    .toBe(1);

  await signIn(page, EMAIL);
  await page.goto(paths.recipients());
  await settled(page);
  await expectAccessible(page);
  await main(page)
    .getByRole('searchbox', { name: t('recipients.search.label') })
    .fill('anastasia');
  const found = main(page).getByRole('link', { name: ANA, exact: true });
  await expect(found).toBeVisible();
  await expect(page).toHaveURL(/q=anastasia/);
  await expectAccessible(page);
  await show(page, 'recipients');
  await found.click();
  await expect(page.getByRole('heading', { level: 1, name: ANA })).toBeVisible();
  await settled(page);
  await expect(main(page).getByText(/Somebody put it on the list of suppressions/)).toBeVisible();
  await expect(main(page).getByText(t('messages.event.suppressed'), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await show(page, 'recipient');

  const remove = { address: ANA, cause: t('suppressions.cause.manual') };
  await main(page)
    .getByRole('button', { name: t('recipients.next.liftOne', remove), exact: true })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('suppressions.remove.confirm'), exact: true })
    .click();
  await expect(main(page).getByText(t('recipients.state.none'), { exact: true })).toBeVisible();
  await expect(main(page).getByText(t('recipients.sentence.not_sent'), { exact: true })).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(main(page).getByText(t('recipients.sentence.not_sent'), { exact: true })).toBeVisible();
});

test('the palette leads to a story', async ({ page }) => {
  await signIn(page, EMAIL);
  await page.goto(paths.recipients());
  await settled(page);
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: t('shell.palette.placeholder') });
  await palette.getByPlaceholder(t('shell.palette.placeholder')).fill('nobody@story.example');
  await palette.getByRole('button', { name: /nobody@story\.example/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'nobody@story.example' })).toBeVisible();
  await expect(
    main(page).getByText(t('recipients.sentence.never', { address: 'nobody@story.example' })),
  ).toBeVisible();
});

test('what is known of a person is given to them, and then deleted', async ({ page, system }) => {
  test.setTimeout(120_000);
  const eva = 'eva@story.example';
  await system.relevo('message', 'send', '--to', eva, '--subject', 'Secret of Eva', '--text', 'Hi');
  await signIn(page, EMAIL);
  await page.goto(paths.recipient(eva));
  await settled(page);
  const kept = main(page).getByRole('region', { name: t('recipients.data.heading') });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    kept.getByRole('link', { name: t('recipients.data.export'), exact: true }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('Secret of Eva');

  const deleted = page.getByText(/^Deleted, with the content of 1 message\./);
  // While it is being sent nothing is deleted, and a person is told to press it again.
  await expect(async () => {
    await kept.getByRole('button', { name: t('recipients.data.erase'), exact: true }).click();
    const question = page.getByRole('dialog', { name: t('recipients.data.title', { address: eva }) });
    await expect(question.getByText(t('recipients.data.stays.wish'))).toBeVisible();
    await expectAccessible(page);
    await show(page, 'recipient-delete');
    await question.getByRole('button', { name: t('recipients.data.confirm'), exact: true }).click();
    await expect(deleted).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await expect(main(page).getByText(t('recipients.sentence.never', { address: eva }))).toBeVisible();
});
