import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { button, canvas, dialog, field, main, makeTemplate } from './support/template-editor';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'templates-editor@example.com';
const OTHER = 'templates-other@example.com';

test.beforeAll(async ({ system }) => {
  for (const email of [EMAIL, OTHER])
    await system.relevo('admin', 'create', '--email', email, '--password', PASSWORD);
  await addProviders(system, {
    name: 'Editor sandbox',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'school@example.com',
  });
});

test('a starter from the gallery, changed by the mouse in both languages, published and sent', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const watched = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto(paths.templates());
  await button(main(page), t('templates.fromGallery')).first().click();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(17);
  await show(page, 'editor-gallery');
  await button(dialog(page), `${t('templates.gallery.take')}: Low balance`).click();
  await expect(canvas(page).getByText('The balance is low')).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await show(page, 'editor');

  await test.step('a click on the mail chooses what is there', async () => {
    await canvas(page).getByText('The balance is low').click();
    await field(page, t('editor.fields.text')).fill('Hardly anything left');
    await expect(canvas(page).getByText('Hardly anything left')).toBeVisible();
    await button(page, t('editor.bar.undo')).click();
    await expect(canvas(page).getByText('The balance is low')).toBeVisible();
    await button(page, t('editor.bar.redo')).click();
    await expect(canvas(page).getByText('Hardly anything left')).toBeVisible();
    await show(page, 'editor-chosen');
  });

  await test.step('in each way in which it is read', async () => {
    const view = page.getByRole('radiogroup', { name: t('editor.preview.how') });
    await view.getByText(t('editor.preview.views.text')).click();
    await expect(page.locator('pre')).toContainText('# Hardly anything left');
    await view.getByText(t('editor.preview.views.dark')).click();
    await expect(canvas(page).locator('body')).toHaveCSS('background-color', 'rgb(14, 15, 18)');
    await view.getByText(t('editor.preview.views.desktop')).click();
    await page
      .getByRole('radiogroup', { name: t('editor.bar.language') })
      .getByText('Spanish')
      .click();
    await expect(canvas(page).getByText('Realizar recarga')).toBeVisible();
  });

  await test.step('what readers hold against it names its block', async () => {
    await canvas(page).getByText('Realizar recarga').click();
    await field(page, t('editor.fields.href')).fill('http://192.0.2.7/pay');
    const findings = page.getByRole('list', { name: t('editor.preview.findings') });
    const about = findings.getByRole('button', { name: /Realizar recarga/ }).first();
    await expect(about).toBeVisible();
    await expect(button(page, t('editor.publish.button'))).toHaveAttribute('aria-disabled', 'true');
    await about.click();
    await field(page, t('editor.fields.href')).fill('{{ topup_url }}');
    await expect(findings.getByRole('button', { name: /Realizar recarga/ })).toHaveCount(0);
  });

  await test.step('published with a word on why', async () => {
    await button(page, t('editor.publish.button')).click();
    await dialog(page).getByLabel(t('editor.publish.note')).fill('Plainer words');
    await button(dialog(page), t('editor.publish.button')).click();
    await expect(page.getByText(t('editor.published'))).toBeVisible();
    await page.reload();
    await expect(canvas(page).getByText('Hardly anything left')).toBeVisible();
    await main(page)
      .getByRole('link', { name: t('editor.done') })
      .click();
    await expect(main(page).getByText(t('templates.state.published', { number: 2 }))).toBeVisible();
    await expect(main(page).getByText('Plainer words')).toBeVisible();
    await main(page)
      .getByRole('link', { name: t('templates.actions.edit') })
      .click();
  });

  await test.step('and sent to oneself', async () => {
    await button(page, t('editor.bar.test')).click();
    await expect(dialog(page).getByLabel(t('editor.test.to'))).toHaveValue(EMAIL);
    await button(dialog(page), t('editor.test.send')).click();
    await dialog(page)
      .getByRole('link', { name: t('editor.test.follow') })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /Sofía Benítez has/ })).toBeVisible();
  });
  watched.expectNone();
});

test('what was typed survives a closed tab and another machine, and what somebody else saved is told and not covered', async ({
  page,
  context,
}) => {
  await signIn(page, EMAIL);
  const id = await makeTemplate(page, 'Two at once');
  await page.goto(paths.editTemplate(id));
  await page.getByLabel(t('editor.subject'), { exact: true }).fill('Mine');
  await page.reload();
  await expect(page.getByText(t('editor.kept.here'))).toBeVisible();
  await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');

  const editor = new URL(paths.editTemplate(id), page.url()).href;
  const elsewhere = async (email: string) => {
    const machine = await context.browser()!.newContext();
    const there = await machine.newPage();
    await signIn(there, email, new URL(editor).origin);
    await there.goto(editor);
    return there;
  };
  await test.step('on another machine it goes on', async () => {
    await expect(async () => {
      const there = await elsewhere(EMAIL);
      await expect(there.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');
      await there.context().close();
    }).toPass();
  });

  const theirs = await elsewhere(OTHER);
  await expect(theirs.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Hello');
  await expect(theirs.getByRole('status').filter({ hasText: t('editor.others.body') })).toBeVisible();
  await settled(theirs);
  await expectAccessible(theirs);
  await show(theirs, 'editor-others');
  await theirs.getByLabel(t('editor.subject'), { exact: true }).fill('Theirs');
  await button(theirs, t('editor.save')).click();
  await expect(theirs.getByText(t('editor.saved'))).toBeVisible();
  await theirs.context().close();

  const told = page.getByText(t('editor.meanwhile.title', { number: 2, who: `, by ${OTHER}` }));
  await page.getByRole('button', { name: t('editor.save'), exact: true }).click();
  await expect(told).toBeVisible();
  await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');
  await button(page, t('editor.meanwhile.over')).click();
  await expect(page.getByText(t('editor.saved'))).toBeVisible();
  await expect(told).toBeHidden();
  await page.reload();
  await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveValue('Mine');
  await expect(page.getByText(t('editor.kept.here'))).toBeHidden();
  await expect(page.getByText(t('editor.kept.title'))).toBeHidden();
});
