import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, signIn } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'tokens@example.com';

test.beforeAll(({ system }) =>
  system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD).then(() => undefined),
);
test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, EMAIL);
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shownToken = async (page: Page) =>
  ((await page.getByRole('dialog').locator('pre').first().textContent()) ?? '').trim();
const ask = (page: Page, token: string) =>
  page.request.get('/api/v1/messages?limit=1', {
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'till/3' },
  });

test('a token is made, copied, used and rotated; the page shows who still uses the old one, gives it more time and ends it', async ({
  page,
}) => {
  await page.goto('/tokens?new=true');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('tokens.form.name') }).fill('Till 3');
  await button(page, t('tokens.presets.follow')).click();
  await button(page, t('tokens.form.more')).click();
  await dialog.getByRole('textbox', { name: t('tokens.form.limitMinute') }).fill('600');
  await expectAccessible(page);
  await button(page, t('tokens.form.submit')).click();
  await expect(dialog.getByText(t('tokens.reveal.once'))).toBeVisible();
  const old = await shownToken(page);
  await button(page, t('common.copy')).first().click();
  await expect(button(page, t('common.copied'))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(old);
  const first = await ask(page, old);
  expect([first.status(), first.headers()['ratelimit-limit']]).toEqual([200, '600']);
  await button(page, t('tokens.reveal.done')).click();

  await page.getByRole('link', { name: 'Till 3' }).click();
  // The list says it of each, too.
  await expect(page.getByRole('heading', { name: 'Till 3', level: 1 })).toBeVisible();
  await expect(page.getByText('This token may send messages, read messages')).toBeVisible();
  await expect(page.getByText('At most 600 requests a minute.')).toBeVisible();
  await button(page, t('tokens.rotate.action')).click();
  await button(page, t('tokens.rotate.confirm')).click();
  await expect(dialog.getByText(t('tokens.reveal.once'))).toBeVisible();
  const fresh = await shownToken(page);
  await button(page, t('tokens.reveal.done')).click();
  expect([(await ask(page, old)).status(), (await ask(page, fresh)).status()]).toEqual([200, 200]);

  const secrets = page.getByRole('region', { name: t('tokens.secrets.title') });
  await expect(async () => {
    await page.reload();
    await expect(secrets.getByText(/^Last used .+ from 127\.0\.0\.1 by till\/3$/)).toHaveCount(2, {
      timeout: 2_000,
    });
  }).toPass();
  await expectAccessible(page);
  const until = async () => Date.parse((await ask(page, old)).headers().sunset ?? '');
  const before = await until();
  await button(page, t('tokens.secrets.more')).click();
  await expect(page.getByText(t('tokens.secrets.moreDone'))).toBeVisible();
  await expect.poll(async () => (await until()) - before).toBe(86_400_000);
  await button(page, t('tokens.secrets.end')).click();
  await expect(page.getByText(t('tokens.secrets.endDone'))).toBeVisible();
  await expect.poll(async () => (await ask(page, old)).status()).toBe(401);
  expect((await ask(page, fresh)).status()).toBe(200);

  await button(page, t('tokens.revoke.action')).click();
  await button(page, t('tokens.revoke.confirm')).click();
  await expect(page.getByText(t('tokens.states.revoked'), { exact: true })).toBeVisible();
  await expect
    .poll(async () => ((await (await ask(page, fresh)).json()) as { code: string }).code)
    .toBe('token_revoked');
});
