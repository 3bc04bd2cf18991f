import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { richText } from '@/lib/templates/blocks/rich-text/write';
import { write } from '@/lib/templates/starters/write';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { button, canvas, dialog, field, main, makeTemplate, outline } from './support/template-editor';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'template-components@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

/** A mail of one section for each of these words. */
function makeMail(page: Page, title: string, ...words: string[]): Promise<string> {
  const sections = words.map((each) => ({ columns: [[{ kind: 'text' as const, content: richText(each) }]] }));
  return makeTemplate(page, title, write({}, sections).sections);
}

async function publish(page: Page) {
  await button(page, t('editor.publish.button')).click();
  await button(dialog(page), t('editor.publish.button')).click();
  await expect(dialog(page)).toBeHidden();
}

test('a section becomes a component, is put into another template, and changes in both', async ({ page }) => {
  test.setTimeout(180_000);
  // The style of the rich editor comes with its code, on a busy machine a moment later.
  const watched = watchConsole(page, /ProseMirror expects the CSS white-space/);
  await signIn(page, EMAIL);
  const first = await makeMail(page, 'Component receipt', 'You paid today.', 'Kiosk San Rafael');
  const second = await makeMail(page, 'Component reminder', 'You pay tomorrow.');

  await test.step('saved as one, it stays in its place', async () => {
    await page.goto(paths.editTemplate(first));
    await expect(canvas(page).getByText('Kiosk San Rafael')).toBeVisible();
    await outline(page)
      .getByRole('button', { name: t('editor.outline.section', { number: 2 }), exact: true })
      .click();
    await button(page, t('editor.component.save')).click();
    await dialog(page).getByLabel(t('editor.component.name')).fill('Kiosk footer');
    await button(dialog(page), t('editor.component.save')).click();
    await expect(outline(page).getByText('Kiosk footer')).toBeVisible();
    await expect(canvas(page).getByText('Kiosk San Rafael')).toBeVisible();
    // The picture is drawn anew behind the change: who clicks into the one of before clicks once more.
    await expect(async () => {
      await canvas(page).getByText('Kiosk San Rafael').click();
      await expect(page.getByRole('link', { name: t('editor.component.open') })).toBeVisible({
        timeout: 2_000,
      });
    }).toPass();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'component-chosen');
    await publish(page);
  });

  await test.step('another template shows it, too', async () => {
    await page.goto(paths.editTemplate(second));
    await page.getByRole('combobox', { name: t('editor.component.add') }).click();
    await page.getByRole('option', { name: 'Kiosk footer' }).click();
    await expect(canvas(page).getByText('Kiosk San Rafael')).toBeVisible();
    await publish(page);
  });

  await test.step('it stands among the components, with who shows it', async () => {
    await page.goto(paths.templates());
    await page
      .getByRole('radiogroup', { name: t('templates.component.kind') })
      .getByText(t('templates.component.title'))
      .click();
    const list = page.getByRole('table', { name: t('templates.component.title') });
    await expect(list.getByText('Component receipt')).toHaveCount(0);
    await settled(page);
    await expectAccessible(page);
    await show(page, 'components');
    await list.getByRole('link', { name: /Kiosk footer/ }).click();
    const uses = page.getByRole('region', { name: t('templates.component.usedIn') });
    await expect(uses.getByText(t('templates.component.count', { count: 2 }))).toBeVisible();
    await expect(uses.getByRole('link', { name: 'Component reminder' })).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'component');
  });

  await test.step('changed at its own page, it changes in what each template sends', async () => {
    await main(page)
      .getByRole('link', { name: t('templates.actions.edit') })
      .click();
    await expect(page.getByLabel(t('editor.subject'), { exact: true })).toHaveCount(0);
    await canvas(page).getByText('Kiosk San Rafael').click();
    await page.locator('[contenteditable="true"]').first().fill('Kiosk of the school');
    await expect(canvas(page).getByText('Kiosk of the school')).toBeVisible();
    await button(page, t('editor.publish.button')).click();
    await expect(dialog(page).getByText(t('editor.publish.component', { count: 2 }))).toBeVisible();
    await button(dialog(page), t('editor.publish.button')).click();
    await expect(dialog(page)).toBeHidden();
    await page.goto(paths.template(first));
    const preview = page.frameLocator(
      `iframe[title="${t('templates.preview.of', { title: 'Component receipt' })}"]`,
    );
    await expect(preview.getByText('Kiosk of the school')).toBeVisible();
    await expect(main(page).getByText('kiosk-footer = 2')).toBeVisible();
  });

  await test.step('in use, it is not deleted', async () => {
    await page.goto(paths.templates());
    await page
      .getByRole('radiogroup', { name: t('templates.component.kind') })
      .getByText(t('templates.component.title'))
      .click();
    await page.getByRole('link', { name: /Kiosk footer/ }).click();
    await button(main(page), t('templates.actions.more')).click();
    await page.getByRole('menuitem', { name: t('templates.actions.deleteComponent') }).click();
    await button(dialog(page), t('templates.actions.deleteComponent')).click();
    await expect(page.getByText(/Kiosk footer is shown by templates/)).toBeVisible();
  });

  await test.step('and turned into blocks it belongs to one template alone', async () => {
    await page.goto(paths.editTemplate(second));
    await canvas(page).getByText('Kiosk of the school').click();
    await button(page, t('editor.component.detach')).click();
    await expect(outline(page).getByText('Kiosk footer')).toHaveCount(0);
    await canvas(page).getByText('Kiosk of the school').click();
    await expect(field(page, t('editor.fields.align'))).toBeVisible();
  });
  watched.expectNone();
});

test('blocks become source once and for all, said before, and the version in blocks stays', async ({
  page,
}) => {
  const watched = watchConsole(page);
  await signIn(page, EMAIL);
  const id = await makeMail(page, 'Component source', 'You paid today.');
  await page.goto(paths.template(id));
  await chooseTechnical(page);
  await button(main(page), t('templates.toSource.button')).click();
  await expect(dialog(page)).toContainText(t('templates.toSource.body', { number: 1 }));
  await button(dialog(page), t('templates.toSource.keep')).click();
  await expect(main(page).getByText(t('templates.versions.number', { number: 2 }))).toHaveCount(0);
  await button(main(page), t('templates.toSource.button')).click();
  await settled(page);
  await expectAccessible(page);
  await show(page, 'template-to-source');
  await button(dialog(page), t('templates.toSource.button')).click();
  const source = main(page).getByRole('textbox', { name: t('templates.source.body'), exact: true });
  await expect(source).toContainText('<mjml lang="en">');
  await expect(main(page).getByRole('link', { name: t('templates.actions.edit') })).toHaveCount(0);
  await button(main(page), t('templates.versions.publish', { number: 1 })).click();
  await expect(main(page).getByText(t('templates.state.behind', { number: 1, latest: 2 }))).toBeVisible();
  watched.expectNone();
});
