import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const PROVIDER = { kind: 'sandbox', name: 'Compose-template', settings: {}, fromEmail: 'clinic@example.com' };
const EMAIL = 'compose-template@example.com';

const press = (page: Page, key: string) =>
  page.getByRole('button', { name: t(`messages.compose.${key}` as never), exact: true }).click();

const RECEIPT = {
  key: 'compose-receipt',
  title: 'Boleta de prueba',
  category: 'receipts',
  texts: {
    es: {
      subject: 'Boleta {{ receipt_number }}',
      kind: 'html',
      source:
        '<p>Total {{ total | money: "PYG" }}</p>{% for item in items %}<p>{{ item.description }}: {{ item.amount | money: "PYG" }}</p>{% endfor %}',
    },
  },
  variables: [
    { name: 'receipt_number', required: true, example: '001-002', label: { en: 'Receipt number' } },
    { name: 'total', type: 'money', required: true, example: 386000, label: { en: 'Total' } },
    {
      name: 'items',
      type: 'list',
      required: true,
      example: [{ description: 'Aceite', amount: 386000 }],
      label: { en: 'Lines' },
    },
  ],
};

test('a template, filled in line by line, is what arrives', async ({ system, page }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, PROVIDER);
  await signIn(page, EMAIL);
  // The browser itself notes that what is missing was refused.
  const browserConsole = watchConsole(page, /status of 422/);
  const own = { 'sec-fetch-site': 'same-origin' };
  const made = await page.request.post('/api/v1/templates', {
    headers: own,
    data: RECEIPT,
  });
  const { id } = await made.json();
  const published = await page.request.post(`/api/v1/templates/${id}/publish`, { headers: own, data: {} });
  expect(published.ok(), await published.text()).toBe(true);
  const fill = (name: string, value: string) => page.getByRole('textbox', { name, exact: true }).fill(value);

  await test.step('chosen from its page, what is missing stands at its field', async () => {
    await page.goto(`/templates/${id}`);
    await page.getByRole('button', { name: t('templates.actions.more'), exact: true }).click();
    await page.getByRole('menuitem', { name: t('templates.actions.send') }).click();
    await expect(page.getByRole('combobox', { name: t('messages.compose.template.label') })).toHaveValue(
      'Boleta de prueba',
    );
    await expect(page.getByText(t('messages.compose.template.missing'))).toBeVisible();
    await fill(t('messages.compose.to'), 'ana@sandbox.test');
    await page.keyboard.press('Enter');
    await press(page, 'send');
    const complaint = page.getByRole('alert').filter({ hasText: t('errors.variables_invalid') });
    for (const name of ['Receipt number', 'Total', 'Lines']) await expect(complaint).toContainText(name);
  });

  await test.step('with a line, as the preview shows it', async () => {
    await fill('Receipt number', '001-7');
    await fill('Total', '25000');
    await press(page, 'template.addRow');
    for (const [column, value] of [
      ['description', 'Filtro'],
      ['amount', '25000'],
    ] as const)
      await page.getByLabel(new RegExp(`^${column}: `)).fill(value);
    await expect(page.getByText(t('messages.compose.template.missing'))).toHaveCount(0);
    await expect(page.frameLocator('iframe').getByText('Filtro: Gs. 25.000')).toBeVisible();
    await expectAccessible(page);
    await show(page, 'compose-template');
  });

  await test.step('sent, it says so', async () => {
    await press(page, 'send');
    await expect(page.getByRole('heading', { name: t('messages.compose.following') })).toBeVisible();
    const listed = await page.request.get('/api/v1/messages?q=001-7');
    const [message] = (await listed.json()).data;
    expect(message).toMatchObject({ subject: 'Boleta 001-7', to: ['ana@sandbox.test'] });
    const read = await (await page.request.get(`/api/v1/messages/${message.id}/draft`)).json();
    expect(read.html).toContain('Filtro: Gs. 25.000');
  });
  await page.request.delete(`/api/v1/templates/${id}`, { headers: own });
  await removeProviders(system, PROVIDER.name);
  browserConsole.expectNone();
});
