import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const NAMES = ['Clínica San José', 'Taller Ñandutí'];

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'holding@example.com', '--password', PASSWORD);
});

/** The other specs know of no companies. */
test.afterAll(async ({ system }) => {
  for (const name of NAMES) await system.relevo('company', 'remove', name).catch(() => undefined);
});

test('companies are added, told apart and looked at one by one', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, 'holding@example.com');
  await page.goto('/');
  await chooseTechnical(page);
  const switcher = page.getByRole('combobox', { name: t('shell.company.label') });

  await test.step('with none, nobody is asked for one', async () => {
    await page.goto('/tokens?new=true');
    const form = page.getByRole('dialog');
    await expect(form.getByLabel(t('tokens.form.name'))).toBeVisible();
    await expect(form.getByLabel(t('common.company.label'))).toHaveCount(0);
    await expect(switcher).toHaveCount(0);
  });

  const add = async (name: string) => {
    await test.step(`${name} is added`, async () => {
      await page.goto('/companies');
      await page
        .getByRole('button', { name: t('companies.create'), exact: true })
        .first()
        .click();
      const form = page.getByRole('dialog');
      await form.getByLabel(t('companies.form.name'), { exact: false }).first().fill(name);
      await form.getByRole('button', { name: t('companies.form.submit') }).click();
      await expect(form).toHaveCount(0);
      await expect(page.getByText(name).first()).toBeVisible();
    });
  };

  await add(NAMES[0]!);

  await test.step('with one, nobody notices it', async () => {
    await page.goto('/tokens?new=true');
    const form = page.getByRole('dialog');
    await expect(form.getByLabel(t('tokens.form.name'))).toBeVisible();
    await expect(form.getByLabel(t('common.company.label'))).toHaveCount(0);
    await expect(switcher).toHaveCount(0);
  });

  await add(NAMES[1]!);
  await expectAccessible(page);

  await test.step('each has a page, where it is changed, and a way back', async () => {
    await page.getByRole('link', { name: NAMES[1]!, exact: true }).click();
    await expect(page.getByRole('heading', { name: NAMES[1]!, level: 1 })).toBeVisible();
    await page.getByLabel(t('companies.form.fromName')).fill('Taller');
    const saved = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: t('companies.form.submit') }).click();
    expect((await saved).ok()).toBe(true);
    // The one of adding it may still be there.
    await expect(page.getByText(t('companies.saved')).last()).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: t('companies.title') })
      .click();
    await expect(page).toHaveURL(/\/companies$/);
  });

  await test.step('a new provider may be for one of them', async () => {
    await page.goto('/providers/new?preset=sandbox.sandbox');
    const field = page.getByRole('main').getByRole('combobox', { name: t('common.company.label') });
    await expect(field).toBeVisible();
  });

  await test.step('now one is looked at', async () => {
    // The form before has a field of the same name.
    await page.goto('/companies');
    await switcher.click();
    // Shown at once, kept a moment later: a reload in between would take it back.
    const kept = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('option', { name: NAMES[0]! }).click();
    await expect(switcher).toHaveValue(NAMES[0]!);
    await kept;
    await page.reload();
    await expect(switcher).toHaveValue(NAMES[0]!);
  });
  browserConsole.expectNone();
});
