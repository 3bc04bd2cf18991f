import { expect, type Locator, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { PASSWORD, signIn } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { button, canvas, dialog, field, main, outline } from './support/template-editor';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'templates-keyboard@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, {
    name: 'Keyboard sandbox',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'school@example.com',
  });
});

/** By Tab alone, as who has no mouse gets there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never got to ${target}`);
}

/** Types over what is there. */
async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** In a menu that is open, by the arrows. */
async function chooseItem(page: Page, item: Locator): Promise<void> {
  await expect(item).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await item.evaluate((element) => element === document.activeElement))
      return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows never got to ${item}`);
}

async function addBlock(page: Page, kind: string): Promise<void> {
  await tabTo(page, button(page, t('editor.outline.add', { section: 1, column: 1 })));
  await page.keyboard.press('Enter');
  await chooseItem(page, page.getByRole('menuitem', { name: t(`editor.blocks.${kind}`), exact: true }));
}

test('low balance from an empty page to a sent mail, by the keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, EMAIL);
  await page.goto(paths.templates());
  const press = (key: string) => page.keyboard.press(key);

  await test.step('a new one', async () => {
    await tabTo(page, button(main(page), t('templates.create')).first());
    await press('Enter');
    await expect(dialog(page).getByLabel(t('templates.form.title'))).toBeFocused();
    await page.keyboard.type('Low balance by hand');
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: t('editor.title') })).toBeVisible();
    await expect(canvas(page).getByText(t('templates.blank'))).toBeVisible();
  });

  await test.step('its variables', async () => {
    const declared = (label: string) => dialog(page).getByLabel(label, { exact: true });
    await tabTo(page, button(page, t('editor.bar.variables', { count: 0 })));
    await press('Enter');
    for (const [at, [name, example]] of [
      ['student_name', 'Sofía Benítez'],
      ['balance', '3500'],
    ].entries()) {
      await tabTo(page, button(dialog(page), t('editor.declare.add')));
      await press('Enter');
      await typeInto(page, declared(t('editor.declare.name')).nth(at), name!);
      await typeInto(page, declared(t('editor.declare.example')).nth(at), example!);
    }
    await show(page, 'editor-variables');
    await press('Escape');
    await expect(dialog(page)).toBeHidden();
  });

  await test.step('its blocks', async () => {
    await addBlock(page, 'heading');
    await expect(field(page, t('editor.fields.text'))).toBeFocused();
    await typeInto(page, field(page, t('editor.fields.text')), 'Balance of ');
    await tabTo(page, button(page, t('editor.variables.insert', { of: t('editor.fields.text') })).last());
    await press('Enter');
    await chooseItem(page, page.getByRole('menuitem', { name: /student_name/ }));
    await expect(canvas(page).getByText('Balance of Sofía Benítez')).toBeVisible();
    await addBlock(page, 'figure');
    await typeInto(page, field(page, t('editor.fields.label')), 'Left on the card');
    await typeInto(page, field(page, t('editor.fields.value')), "{{ balance | money: 'PYG' }}");
    await expect(canvas(page).getByText(/3[.,]500/)).toBeVisible();
    await addBlock(page, 'footer');
    await typeInto(
      page,
      page.getByLabel(t('editor.preheader'), { exact: true }),
      'Please top up the card before Monday morning.',
    );
  });

  await test.step('moved, and the keyboard goes along', async () => {
    const heading = outline(page).getByRole('button', { name: /^Heading/ });
    await tabTo(page, heading);
    await press('Alt+ArrowUp');
    await expect(heading).toBeFocused();
    const rows = outline(page).getByRole('button', { name: /^(Heading|Text|Footer)/ });
    await expect(rows.first()).toHaveText(/^Heading/);
    const text = outline(page).getByRole('button', { name: /^Text/ });
    await tabTo(page, text);
    await press('Delete');
    await expect(text).toHaveCount(0);
    await expect(heading).toBeFocused();
  });

  await test.step('published and sent', async () => {
    await tabTo(page, button(page, t('editor.publish.button')));
    await press('Enter');
    await expect(dialog(page).getByLabel(t('editor.publish.note'))).toBeFocused();
    await page.keyboard.type('First words');
    await press('Enter');
    await expect(page.getByText(t('editor.published'))).toBeVisible();
    await tabTo(page, button(page, t('editor.bar.test')));
    await press('Enter');
    await typeInto(page, dialog(page).getByLabel(t('editor.test.to')), 'keyboard@example.com');
    await press('Enter');
    await tabTo(page, dialog(page).getByRole('link', { name: t('editor.test.follow') }));
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Low balance by hand' })).toBeVisible();
    await expect(main(page).getByText('keyboard@example.com').first()).toBeVisible();
  });
});
