import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';

const t = translator('en');

export type SmtpAnswers = { name: string; port: number; user: string; password: string; sender: string };

export const field = (page: Page, key: string) =>
  page.getByRole('textbox', { name: t(`providers.fields.${key}.label`), exact: true });

export const secret = (page: Page, key: string) =>
  page.getByLabel(t(`providers.fields.${key}.label`), { exact: true }).first();

export const press = (page: Page, key: string) =>
  page.getByRole('button', { name: t(key), exact: true }).click();

/** The second step for a server of one's own, up to but without going on. */
export async function fillSmtp(page: Page, answers: SmtpAnswers): Promise<void> {
  await page.getByRole('textbox', { name: t('providers.form.name'), exact: true }).fill(answers.name);
  await field(page, 'host').fill('127.0.0.1');
  await field(page, 'port').fill(String(answers.port));
  await page.getByRole('combobox', { name: t('providers.fields.security.label') }).click();
  await page.getByRole('option', { name: t('providers.fields.security.choices.none') }).click();
  await field(page, 'username').fill(answers.user);
  await secret(page, 'password').fill(answers.password);
  await page.getByRole('textbox', { name: t('providers.form.fromEmail') }).fill(answers.sender);
}

/** From the second step to the report of the test. */
export async function goOnToTest(page: Page): Promise<void> {
  await press(page, 'wizard.continue');
  await expect(page.getByText(t('wizard.advancedLead'))).toBeVisible();
  await press(page, 'wizard.continueTest');
}
