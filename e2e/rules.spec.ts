import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'rules@example.com';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

const button = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

test('a library, which nothing here was made for: a kind by hand, loans by a program, and a rule that is looked at first', async ({
  page,
  system,
}) => {
  test.setTimeout(120_000);
  await signIn(page, EMAIL);
  await page.goto(paths.subjects());
  await settled(page);
  await button(page, t('subjects.create')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('subjects.form.title'), { exact: true }).fill('Loan of a book');
  await dialog.getByLabel(t('subjects.form.key'), { exact: true }).fill('book-loan');
  const type = async (label: string, name: string) => {
    await dialog.getByLabel(label, { exact: true }).first().fill(name);
    await page.keyboard.press('Enter');
  };
  await type(t('subjects.form.number'), 'days_late');
  await type(t('subjects.form.text'), 'book');
  await dialog.getByRole('button', { name: t('subjects.create') }).click();
  await expect(dialog).toHaveCount(0);

  const scopes = 'messages:send,notifications:write,subjects:write,contacts:write';
  const made = await system.relevo('token', 'create', '--name', 'loans', '--scopes', scopes);
  const headers = { authorization: `Bearer ${made.trim()}` };
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1/${path}`, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await post('contacts', { key: 'reader-7', name: 'Ana Benítez', phone: '+595981123456' });
  await post('notification-types', {
    key: 'loan-late',
    title: 'Book is late',
    steps: [{ channel: 'sms' }],
    texts: { en: 'Please bring {{ book }} back.' },
    variables: [{ name: 'book', required: true, example: 'Yo el Supremo' }],
  });
  for (const [key, late] of [
    ['loan 1', 9],
    ['loan 2', 2],
  ] as const)
    await post('subjects', {
      kind: 'book-loan',
      key,
      contact: 'reader-7',
      data: { days_late: late, book: 'Yo el Supremo' },
    });

  await page.goto(paths.rules());
  await settled(page);
  await button(page, t('rules.create')).first().click();
  await dialog.getByLabel(t('rules.form.title')).fill('Books a week late');
  const choose = async (label: string, option: string) => {
    await dialog.getByLabel(label, { exact: true }).first().click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await choose(t('rules.form.kind'), 'Loan of a book');
  await choose(t('rules.form.type'), 'Book is late');
  await choose(t('rules.form.field'), 'days_late');
  await choose(t('rules.form.op'), t('rules.operators.gt'));
  await dialog.getByLabel(t('rules.form.value'), { exact: true }).fill('7');
  await dialog.getByText(t('rules.start.all.label')).click();
  await expectAccessible(page);
  await show(page, 'rule-window');
  await dialog.getByRole('button', { name: t('rules.create') }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Books a week late' })).toBeVisible();
  await settled(page);

  await button(page, t('rules.run.look')).click();
  await expect(page.getByText(t('rules.run.would', { matched: 1, fired: 1 }))).toBeVisible();
  await expect(page.getByText(/^loan 1: /)).toBeVisible();
  await button(page, t('rules.run.now')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('rules.run.confirm') })
    .click();
  await expect(page.getByText(t('rules.run.told', { matched: 1, fired: 1 }))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'rule');
  await button(page, t('rules.run.look')).click();
  await expect(page.getByText(t('rules.run.would', { matched: 1, fired: 0 }))).toBeVisible();

  await button(page, t('rules.actions.edit')).click();
  await expect(dialog.getByLabel(t('rules.form.value'), { exact: true })).toHaveValue('7');
  await dialog.getByLabel(t('rules.form.value'), { exact: true }).fill('20');
  await dialog.getByRole('button', { name: t('rules.form.addCondition') }).click();
  await choose(t('rules.form.match'), t('rules.matches.any'));
  const chooseInSecond = async (label: string, option: string) => {
    await dialog.getByLabel(label, { exact: true }).nth(1).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await chooseInSecond(t('rules.form.field'), 'book');
  await chooseInSecond(t('rules.form.op'), t('rules.operators.not_set'));
  await expectAccessible(page);
  await show(page, 'rule-edit');
  await dialog.getByRole('button', { name: t('rules.save') }).click();
  await expect(dialog).toHaveCount(0);
  const late = t('rules.says.gt', { field: 'days_late', value: '20' });
  const unknown = t('rules.says.not_set', { field: 'book' });
  await expect(page.getByText(`Loan of a book: ${late} or ${unknown}`)).toBeVisible();
  await button(page, t('rules.run.look')).click();
  await expect(page.getByText(t('rules.run.would', { matched: 0, fired: 0 }))).toBeVisible();

  await page.goto(paths.subjects());
  await settled(page);
  await page.getByRole('button', { name: t('subjects.notify.of', { key: 'loan 2' }) }).click();
  await choose(t('subjects.notify.type'), 'Book is late');
  await dialog.getByRole('button', { name: t('subjects.notify.send') }).click();
  await expect(dialog.getByRole('heading', { name: t('notifications.channels.title') })).toBeVisible();
  await expect(dialog.getByText('+595981123456')).toBeVisible();
  await expectAccessible(page);
  await show(page, 'subject-notify');
  // Its row is a card now, and the window stays.
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: t('subjects.title') })).toHaveCount(1);
  await expect(dialog.getByText('+595981123456')).toBeVisible();
  await page.setViewportSize(size);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.goto(paths.notifications());
  await expect(page.getByRole('main').getByRole('link', { name: 'Book is late' }).first()).toBeVisible();
  await page.goto(paths.rules());
  await settled(page);
  await expectAccessible(page);
  await show(page, 'rules');
});
