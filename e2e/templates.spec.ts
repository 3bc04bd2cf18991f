import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'templates@example.com';
const HELLO =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ recipient.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';
let system: System;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem();
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, { name: 'Keep', kind: 'sandbox', settings: {}, fromEmail: 'a@example.com' });
});
test.afterAll(() => system?.stop());

const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');
const frame = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);

test('a template is added, published, changed, compared and brought back', async ({ page }) => {
  test.setTimeout(150_000);
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.templates()}`);
  await chooseTechnical(page);

  await test.step('from an empty page, as source', async () => {
    await main(page)
      .getByRole('button', { name: t('templates.create') })
      .first()
      .click();
    await dialog(page).getByLabel(t('templates.form.title')).fill('Low balance');
    await dialog(page)
      .getByRole('combobox', { name: t('templates.form.kind') })
      .click();
    await page.getByRole('option', { name: 'MJML' }).click();
    await dialog(page)
      .getByRole('button', { name: t('templates.create') })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Low balance' })).toBeVisible();
    const preview = frame(page, t('templates.preview.of', { title: 'Low balance' }));
    await expect(preview.getByText(t('templates.blank'))).toBeVisible();
    await main(page)
      .getByRole('button', { name: t('templates.actions.publish'), exact: true })
      .click();
    await expect(main(page).getByText(t('templates.state.published', { number: 1 }))).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'template');
  });

  await test.step('changed as source: a fault is kept, and told with its line', async () => {
    const body = t('templates.source.body');
    const source = main(page).getByRole('textbox', { name: body, exact: true });
    await source.fill('<mjml><mj-body>\n{% if x %}\n</mj-body></mjml>');
    const problems = main(page).getByRole('list', { name: t('common.code.problems', { of: body }) });
    await expect(problems.getByRole('button', { name: /^Line 2: / })).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'template-source-fault');
    await main(page)
      .getByRole('button', { name: t('templates.source.save') })
      .click();
    await expect(main(page).getByText(t('templates.problems.title'))).toBeVisible();
    await expect(source).toContainText('if x');
    await source.fill(HELLO);
    await main(page)
      .getByRole('button', { name: t('templates.source.save') })
      .click();
    await expect(main(page).getByText(t('templates.problems.title'))).toBeHidden();
    const preview = frame(page, t('templates.preview.of', { title: 'Low balance' }));
    await expect(preview.getByText('Hello Ana Benítez')).toBeVisible();
    await main(page)
      .getByRole('button', { name: t('templates.actions.publish'), exact: true })
      .click();
    await expect(main(page).getByText(t('templates.state.published', { number: 3 }))).toBeVisible();
    await show(page, 'template-source');
  });

  await test.step('with completion, and by the keyboard beyond it', async () => {
    const source = main(page).getByRole('textbox', { name: t('templates.source.body'), exact: true });
    await source.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('{{ recipient.');
    await page.getByRole('option', { name: 'email' }).click();
    await expect(source).toContainText('{{ recipient.email}}');
    await page.keyboard.press('Tab');
    await expect(source).not.toBeFocused();
    // As it is saved: nothing asks before the page is left.
    await source.fill(HELLO);
  });

  await test.step('compared and brought back', async () => {
    await main(page)
      .getByRole('button', { name: t('templates.versions.compare', { number: 1 }) })
      .click();
    await expect(dialog(page).locator('ins').first()).toBeVisible();
    await show(page, 'template-compare');
    await page.keyboard.press('Escape');
    await main(page)
      .getByRole('button', { name: t('templates.versions.bringBack', { number: 1 }) })
      .click();
    await expect(main(page).getByText(t('templates.state.published', { number: 4 }))).toBeVisible();
  });

  await test.step('and stands in the list with its picture', async () => {
    await page.goto(`${system.url}${paths.templates()}`);
    await expect(main(page).getByText('Low balance').first()).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'templates');
  });
  browserConsole.expectNone();
});
