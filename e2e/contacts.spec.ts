import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'contacts@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

test('a contact is added by hand, found, changed, and leads to what happened to the address', async ({
  page,
}) => {
  await signIn(page, EMAIL);
  await page.goto(paths.contacts());
  await settled(page);
  await button(page, t('contacts.add')).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('contacts.form.name'), { exact: true }).fill('Ana Benítez');
  await dialog.getByLabel(t('contacts.form.email')).fill('ana.benitez@contacts.example');
  await dialog.getByRole('button', { name: t('contacts.form.addField') }).click();
  const field = { what: t('contacts.form.field'), number: 1 };
  await dialog.getByLabel(t('common.pairs.name', field), { exact: true }).fill('grade');
  await dialog.getByLabel(t('common.pairs.value', field), { exact: true }).fill('5.º');
  await expectAccessible(page);
  await show(page, 'contact-window');
  await dialog.getByRole('button', { name: t('contacts.form.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Benítez' })).toBeVisible();
  await expect(page.getByRole('row', { name: /grade/ })).toContainText('5.º');
  await settled(page);
  await expectAccessible(page);
  await show(page, 'contact');

  await button(page, t('contacts.edit')).click();
  await dialog.getByLabel(t('contacts.form.phone')).fill('+595981123456');
  await dialog.getByRole('button', { name: t('contacts.form.submit') }).click();
  await expect(page.getByRole('cell', { name: '+595981123456' })).toBeVisible();

  await page
    .getByRole('link', { name: t('contacts.addresses.story', { address: 'ana.benitez@contacts.example' }) })
    .click();
  await expect(page.getByText(t('recipients.contact.title'))).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Ana Benítez' }).click();
  await button(page, t('contacts.delete.button')).click();
  await dialog.getByRole('button', { name: t('contacts.delete.confirm') }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.contacts()}$`));
});

test('a file is shown column by column before it is stored, and its wrong rows by line', async ({ page }) => {
  await signIn(page, EMAIL);
  await page.goto(paths.contacts());
  await settled(page);
  await button(page, t('contacts.import.button')).first().click();
  const dialog = page.getByRole('dialog');
  const sheet = 'Código;Nombre;Correo;Grado\nF-1;Eva;eva@contacts.example;3\nF-2;Luis;luis@;4\n';
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByText(t('contacts.import.choose')).click(),
  ]);
  await chooser.setFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet, 'latin1') });
  await expect(dialog.getByLabel('Nombre', { exact: true })).toHaveValue('name');
  await expect(
    dialog.getByText(t('contacts.import.would', { created: 1, changed: 0, same: 0, wrong: 1 })),
  ).toBeVisible();
  await expect(dialog.getByText(t('contacts.import.line', { line: 3 }))).toBeVisible();
  await dialog.getByLabel('Grado', { exact: true }).selectOption(t('contacts.import.leftOut'));
  await expect(dialog.getByLabel('Grado', { exact: true })).toHaveValue('-');
  await expectAccessible(page);
  await show(page, 'contacts-import');
  await dialog.getByRole('button', { name: t('contacts.import.confirm', { count: 1 }) }).click();
  await expect(
    dialog.getByText(t('contacts.import.done', { created: 1, changed: 0, same: 0, wrong: 1 })),
  ).toBeVisible();
  await dialog
    .getByRole('button', { name: t('contacts.import.close') })
    .last()
    .click();
  await page.getByLabel(t('contacts.search')).fill('eva@contacts');
  await expect(page.getByRole('main').getByText('eva@contacts.example').first()).toBeVisible();
  await show(page, 'contacts');
});
