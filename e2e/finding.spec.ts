import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { test } from './support/test';

const en = translator('en');
const es = translator('es');
const EMAIL = 'finding@example.com';

let send: (path: string, data: object) => Promise<void>;

test.beforeAll(async ({ system }) => {
  await addProviders(system, {
    name: 'Finding',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'a@example.com',
  });
  const [token] = await Promise.all([
    system.relevo('token', 'create', '--name', 'finding', '--scopes', 'messages:send,messages:write'),
    system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD),
  ]);
  send = async (path, data) => {
    const answer = await fetch(`${system.url}/api/v1/messages/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
      body: JSON.stringify(data),
    });
    expect(answer.ok, await answer.text()).toBe(true);
  };
  const scheduledAt = new Date(Date.now() + 86_400_000).toISOString();
  const messages = [1, 2, 3, 4].map((nr) => ({
    to: nr === 2 ? 'Eva Núñez <eva@clinica.example>' : `person${nr}@taller.example`,
    subject: nr === 4 ? '=Hallazgo 4' : `Hallazgo ${nr}`,
    text: 'Gracias.',
    tags: ['finding'],
    providers: ['Finding'],
    scheduledAt,
  }));
  await send('batch', { messages });
});

test.afterAll(async ({ system }) => {
  // A provider that messages wait for cannot be removed.
  await send('cancel', { match: { tag: 'finding' } });
  await removeProviders(system, 'Finding');
});

const rows = (page: Page) => page.getByRole('link', { name: /Hallazgo/ });

for (const [language, t] of [
  ['en', en],
  ['es', es],
] as const)
  test(`messages are found, kept as a view, picked and acted upon (${language})`, async ({ page }) => {
    test.setTimeout(120_000);
    const browserConsole = watchConsole(page);
    // The same controls in either language: once is enough.
    const accessible = async () => language === 'en' && (await expectAccessible(page));
    await signIn(page, EMAIL);
    await page.goto('/');
    await speak(page, language);

    await test.step('one search box, a count and a filter by time', async () => {
      await page.goto('/messages?tag=finding');
      await expect(page.getByText(t('messages.count.exact', { count: 4 }))).toBeVisible();
      await page.keyboard.press('/');
      await page.keyboard.type('nunez');
      await expect(rows(page)).toHaveCount(1);
      await expect(page.getByText(t('messages.count.exact', { count: 1 }))).toBeVisible();
      await accessible();
    });

    await test.step('kept under a name, and shown again by it', async () => {
      await page.getByRole('button', { name: t('messages.views.save') }).click();
      const dialog = page.getByRole('dialog', { name: t('messages.views.save') });
      await dialog.getByLabel(t('messages.views.name')).fill(`Eva ${language}`);
      await dialog.getByRole('button', { name: t('common.save') }).click();
      const tab = page.getByRole('link', { name: `Eva ${language}` });
      await expect(tab).toHaveAttribute('aria-current', 'page');
      await page.getByRole('link', { name: t('messages.views.builtIn.all'), exact: true }).click();
      await expect(page).toHaveURL(/\/messages$/);
      await tab.click();
      await expect(rows(page)).toHaveCount(1);
    });

    await test.step('deleted again', async () => {
      await page.getByRole('button', { name: t('messages.views.menu', { name: `Eva ${language}` }) }).click();
      await page.getByRole('menuitem', { name: t('messages.views.delete') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('messages.views.delete') })
        .click();
      await expect(page.getByRole('link', { name: `Eva ${language}` })).toHaveCount(0);
    });

    await test.step('a column chosen stays chosen', async () => {
      await page.goto('/messages?tag=finding');
      await page.getByRole('button', { name: t('common.columns.choose') }).click();
      // Shown at once, kept by a server action; leaving the page before its answer would cancel it.
      const kept = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByRole('checkbox', { name: t('messages.columns.category') }).click();
      const header = page.getByRole('columnheader', { name: t('messages.columns.category') });
      await expect(header).toBeVisible();
      await kept;
      await page.reload();
      await expect(header).toBeVisible();
      await page.getByRole('button', { name: t('common.columns.choose') }).click();
      await page.getByRole('button', { name: t('common.columns.usual') }).click();
      await expect(header).toHaveCount(0);
      await page.keyboard.press('Escape');
    });

    await test.step('by keys: along the list, a row picked, the keys told, a row opened', async () => {
      await page.goto('/messages?tag=finding');
      await expect(rows(page)).toHaveCount(4);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await expect(page.getByText(t('messages.selection.picked', { count: 1 }))).toBeVisible();
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: t('shell.keys.title') });
      await expect(keys.getByText(t('shell.keys.pick'))).toBeVisible();
      await accessible();
      await page.keyboard.press('Escape');
      await expect(keys).toBeHidden();
      await rows(page).first().focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/messages\/[0-9a-f-]{36}/);
    });

    await test.step('all that match, as a file without formulas', async () => {
      await page.goto('/messages?tag=finding');
      await expect(rows(page)).toHaveCount(4);
      const saved = page.waitForEvent('download');
      await page.keyboard.press('e');
      const text = readFileSync(await (await saved).path(), 'utf8');
      expect(text.split('\r\n')).toHaveLength(6);
      expect(text).toContain(",'=Hallazgo 4,");
    });

    await test.step('all that match are canceled, or sent again', async () => {
      const verb = language === 'en' ? 'cancel' : 'resend';
      // Only what has ended can be sent again, whatever became of the test before.
      if (verb === 'resend') await send('cancel', { match: { tag: 'finding' } });
      await page.getByRole('checkbox', { name: t('common.table.pickAll') }).click();
      await page.getByRole('button', { name: t('messages.selection.pickAll') }).click();
      await page.getByRole('button', { name: t(`messages.selection.${verb}.button`) }).click();
      const dialog = page.getByRole('dialog', { name: t(`messages.selection.${verb}.title`, { count: 4 }) });
      await dialog
        .getByRole('button', { name: t(`messages.selection.${verb}.confirm`, { count: 4 }) })
        .click();
      await expect(page.getByText(t(`messages.selection.${verb}.done`, { count: 4 }))).toBeVisible();
    });

    await test.step('the palette, from inside a field: a message, a provider, a setting', async () => {
      await page.goto('/messages');
      await page.getByRole('searchbox', { name: t('messages.filters.q') }).focus();
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', { name: t('shell.palette.placeholder') });
      // What is typed before it has the focus goes where the focus was.
      await expect(palette.getByPlaceholder(t('shell.palette.placeholder'))).toBeFocused();
      await page.keyboard.type('hallazgo');
      await expect(palette.getByRole('button', { name: /Hallazgo 3/ })).toBeVisible();
      await accessible();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('finding');
      await expect(
        palette.getByRole('button', { name: t('shell.palette.pause', { name: 'Finding' }) }),
      ).toBeVisible();
      await page.keyboard.press('Control+a');
      const label = t('settings.fields.delivery_retention_days.label');
      await page.keyboard.type(label);
      await palette.getByRole('button', { name: label }).click();
      await expect(page.getByLabel(label)).toBeFocused();
    });
    browserConsole.expectNone();
  });

/** Chosen by the menu, as a person would; English is where each begins. */
async function speak(page: Page, language: 'en' | 'es'): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.getByRole('button', { name: /^(Menu of|Menú de) / }).click();
  await page.getByRole('menuitem', { name: language === 'en' ? 'English' : 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
