import { expect, test } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, watchConsole } from './support/panel';

const LANGUAGES: { locale: Locale; name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
];

for (const { locale, name } of LANGUAGES) {
  test(`from the set-up link to a message in the sandbox inbox, in ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    const t = translator(locale);
    const system = await startSystem();
    const browserConsole = watchConsole(page);
    try {
      await test.step('set up', async () => {
        await page.goto(system.setupUrl ?? '');
        await page.getByRole('radiogroup').getByText(name, { exact: true }).click();
        await expect(page.getByRole('heading', { name: t('auth.setup.title') })).toBeVisible();
        await expectAccessible(page);
        await page.getByLabel(t('auth.setup.name')).fill('Ana Núñez');
        await page.getByLabel(t('auth.setup.email')).fill('ana@example.com');
        await page.getByLabel(t('auth.setup.password'), { exact: true }).fill(PASSWORD);
        await page.getByRole('button', { name: t('auth.setup.submit') }).click();
        await expect(page.getByRole('heading', { name: t('auth.provider.title') })).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('choose the sandbox', async () => {
        await page.getByRole('button', { name: t('auth.provider.sandboxAction') }).click();
        await expect(page.getByRole('navigation', { name: t('shell.mainNavigation') })).toBeVisible();
        await expect(page.getByRole('status').getByText(t('shell.sandbox.text'))).toBeVisible();
      });

      await test.step('send a test message with an attachment', async () => {
        await page
          .getByRole('link', { name: t('shell.nav.compose'), exact: true })
          .first()
          .click();
        await page.getByRole('button', { name: t('messages.compose.fillExample') }).click();
        await page.getByLabel(t('messages.compose.subject')).fill('Recibo nº 13 – ñandú');
        await page.locator('input[type=file]').setInputFiles({
          name: 'recibo ñ.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.7 thank you'),
        });
        await expectAccessible(page);
        await page.getByRole('button', { name: t('messages.compose.send') }).click();
        await expect(page.getByText(t('messages.status.captured'), { exact: true })).toBeVisible();
        await expect(page.getByText(t('messages.outcome.captured'))).toBeVisible();
        const inbox = page.getByRole('main').getByRole('link', { name: t('messages.compose.inbox') });
        await expect(inbox).toHaveAttribute('href', paths.sandbox());
      });

      await test.step('see that nobody received it, with provider, attempt and reply', async () => {
        await page.getByRole('link', { name: t('messages.compose.open') }).click();
        await expect(page.getByRole('heading', { name: 'Recibo nº 13 – ñandú' })).toBeVisible();
        await expect(page.getByText('250 2.0.0 Captured by the sandbox').first()).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('read it in the sandbox inbox', async () => {
        await page
          .getByRole('link', { name: t('shell.nav.sandbox') })
          .first()
          .click();
        await page
          .getByRole('list', { name: t('sandbox.list') })
          .getByRole('button')
          .first()
          .click();
        await expect(page.getByRole('heading', { name: 'Recibo nº 13 – ñandú' })).toBeVisible();
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: /recibo ñ\.pdf/ }).click(),
        ]);
        expect(file.suggestedFilename()).toBe('recibo ñ.pdf');
        await expectAccessible(page);
      });

      await test.step('the link works once', async () => {
        await page.goto(system.setupUrl ?? '');
        await expect(page.getByRole('heading', { name: t('auth.link.doneTitle') })).toBeVisible();
      });
      browserConsole.expectNone();
    } finally {
      await system.stop();
    }
  });
}
