import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';

const en = translator('en');
const es = translator('es');
const EMAIL = 'figures@example.com';
const NAME = 'Figures box';

let ask: (path: string) => Promise<Record<string, never> & { totals: { captured: number; sent: number } }>;

test.beforeAll(async ({ system }) => {
  await addProviders(system, {
    name: NAME,
    kind: 'sandbox',
    settings: {},
    fromEmail: 'a@example.com',
    // The test of the queue takes the first sandbox: other specs have left theirs.
    priority: 100,
  });
  const [token] = await Promise.all([
    system.relevo('token', 'create', '--name', 'figures', '--scopes', 'metrics:read,providers:read'),
    system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD),
  ]);
  ask = async (path) => {
    const headers = { authorization: `Bearer ${token.trim()}` };
    return (await fetch(`${system.url}/api/v1/${path}`, { headers })).json();
  };
});

test.afterAll(({ system }) => removeProviders(system, NAME));

for (const [language, t] of [
  ['en', en],
  ['es', es],
] as const)
  test(`the queue is tested, figures are the API's, amounts are written as the language does (${language})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const browserConsole = watchConsole(page);
    const accessible = async () => language === 'en' && (await expectAccessible(page));
    await signIn(page, EMAIL);
    await page.goto('/');
    await speak(page, language);

    await test.step('a message goes through the queue, each step with its time', async () => {
      await page.goto('/providers/checks');
      await page.getByRole('button', { name: t('checks.all.run') }).click();
      const row = page.getByRole('listitem').filter({ hasText: t('checks.queue.title') });
      await expect(row.getByText(t('checks.all.ok'), { exact: true })).toBeVisible();
      await expect(row.getByText(t('providers.test.step.claim')).first()).toBeVisible();
      await expect(row.getByRole('link', { name: t('checks.queue.open') })).toBeVisible();
      await accessible();
    });

    await test.step('its page tells what the API does, and nothing as sent', async () => {
      await page.goto(`/providers/${NAME}`);
      const figuresOf = () => ask(`metrics/providers/${encodeURIComponent(NAME)}`);
      // The message is kept before it is counted.
      await expect.poll(async () => (await figuresOf()).totals.captured).toBeGreaterThan(0);
      const { totals } = await figuresOf();
      expect(totals.sent).toBe(0);
      const figures = page.getByRole('region', { name: t('providers.seven.title') }).first();
      const kept = figures.locator('dl > div').filter({ hasText: t('providers.seven.name.captured') });
      await expect(kept.locator('dd')).toHaveText(String(totals.captured));
      await expect(page.getByText(t('providers.trend.successRate'), { exact: true })).toBeVisible();
      await accessible();
    });

    await test.step('a comma and a point both are the decimal sign', async () => {
      await page.goto(`/providers/${NAME}?tab=settings`);
      const cost = page.getByLabel(t('providers.form.costPerMessage'));
      await cost.fill(language === 'es' ? '0,0008' : '0.0007');
      await page.getByRole('button', { name: t('common.save'), exact: true }).click();
      await expect(page.getByText(t('providers.saved')).first()).toBeVisible();
      await expect(cost).toHaveValue(language === 'es' ? '0,0008' : '0.0007');
      const stored = await ask(`providers/${encodeURIComponent(NAME)}`);
      expect(stored).toMatchObject({ costPerMessage: language === 'es' ? '0.0008' : '0.0007' });
    });

    await test.step('of a mailbox two things are asked, the rest is folded', async () => {
      await page.goto('/providers/new?preset=smtp.gmail');
      const address = page.getByLabel(t('wizard.mailbox.address'));
      await address.fill('clinica@gmail.com');
      await expect(page.getByLabel(t('wizard.mailbox.appPassword'), { exact: true }).last()).toBeVisible();
      const user = page.getByRole('textbox', { name: t('providers.fields.username.label'), exact: true });
      await expect(user).toBeHidden();
      await page.getByText(t('wizard.mailbox.more')).click();
      await expect(user).toHaveValue('clinica@gmail.com');
      await accessible();
    });

    await test.step('the technician chooses columns, and each tells what it counts', async () => {
      await page.goto('/providers');
      await page.getByText(t('shell.mode.technical'), { exact: true }).click();
      const server = page.getByRole('columnheader', { name: t('providers.columns.server'), exact: true });
      await expect(page.getByRole('table')).toBeVisible();
      await expect(server).toHaveCount(0);
      await page.getByText(t('providers.seven.short.successRate'), { exact: true }).hover();
      await expect(page.getByRole('tooltip')).toContainText(t('providers.seven.over.day'));
      await page.getByRole('button', { name: t('common.columns.choose') }).click();
      await page.getByRole('checkbox', { name: t('providers.columns.server') }).check();
      await expect(server).toBeVisible();
      await page.reload();
      await expect(server).toBeVisible();
      await accessible();
      await page.getByText(t('shell.mode.admin'), { exact: true }).click();
    });
    browserConsole.expectNone();
  });

async function speak(page: Page, language: 'en' | 'es'): Promise<void> {
  await settled(page);
  const html = page.locator('html');
  if ((await html.getAttribute('lang')) === language) return;
  await page.getByRole('button', { name: /^(Menu of|Menú de) / }).click();
  await page.getByRole('menuitem', { name: language === 'en' ? 'English' : 'Español' }).click();
  await expect(html).toHaveAttribute('lang', language);
}
