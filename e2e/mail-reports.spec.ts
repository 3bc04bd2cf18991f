import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const EMAIL = 'reports@example.com';
const NAME = 'Week of the clinic';
const TO = 'director@example.com';
const SEEDED = '900';
const SEEDED_PROVIDERS = ['Own server', 'Amazon SES', 'SendGrid', 'Gmail'];
let own: System;

/** A system of its own, with a month of figures and a sandbox that keeps what is sent. */
test.beforeAll(async () => {
  test.setTimeout(400_000);
  own = await startSystem();
  await own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/seed.ts', SEEDED], {
    env: { ...process.env, RELEVO_DATA_DIR: own.dataDir },
  });
  await addProviders(own, { kind: 'sandbox', name: 'Kept', settings: {}, fromEmail: 'clinic@example.com' });
});

test.afterAll(() => own.stop());

const t = translator('en');
const cardOf = (page: Page) => page.getByRole('main').getByRole('region', { name: NAME });

test('what is to be expected is told on the analytics and of a provider', async ({ page }) => {
  await signIn(page, EMAIL, own.url);
  for (const path of [paths.analytics(), paths.provider('Own server')]) {
    await page.goto(own.url + path);
    await settled(page);
    const card = page.getByRole('region', { name: t('analytics.forecast.title') });
    await expect(card.getByText(/In the next 7 days about/)).toBeVisible();
    await card.getByRole('button', { name: /table$/ }).click();
    await expect(card.getByRole('table').getByRole('row')).toHaveCount(22);
    await card.getByRole('button', { name: /chart$/ }).click();
    // The words of the button go with the pointer.
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await expectAccessible(page);
    await show(page, path === paths.analytics() ? 'analytics-forecast' : 'provider-forecast');
  }
});

test('in Spanish', async ({ page }) => {
  const es = translator('es');
  await own.relevo(
    'admin',
    'create',
    '--email',
    'informes@example.com',
    '--password',
    PASSWORD,
    '--language',
    'es',
  );
  await signIn(page, 'informes@example.com', own.url);
  const made = await page.request.post(`${own.url}/api/v1/reports`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    data: { name: 'Mes', frequency: 'monthly', recipients: ['direccion@example.com'], language: 'es' },
  });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { id: string };
  await page.goto(own.url + paths.reports());
  await settled(page);
  const card = page.getByRole('main').getByRole('region', { name: 'Mes' });
  await expect(card.getByText(/El primero de cada mes a las 07:00/)).toBeVisible();
  await show(page, 'reports-es');
  await card.getByRole('button', { name: es('reports.preview.one', { name: 'Mes' }) }).click();
  const preview = page.getByRole('dialog', { name: /^Mes/ });
  // Of the month before the seeded one's last days are all there is, at its end nothing.
  await expect(
    preview
      .frameLocator('iframe')
      .getByText(/[Ss]e envi/)
      .first(),
  ).toBeVisible();
  await show(page, 'report-preview-es');
  await page.request.delete(`${own.url}/api/v1/reports/${id}`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
});

test('a report is set up, seen, and sent; the mail is there with its picture', async ({ page }) => {
  test.setTimeout(120_000);
  // Beside providers that send, paused or not, a sandbox takes nothing. What they sent stays counted.
  for (const name of SEEDED_PROVIDERS) await own.relevo('provider', 'remove', name);
  await signIn(page, EMAIL, own.url);
  await page.goto(own.url + paths.reports());
  await settled(page);
  await expect(page.getByRole('heading', { name: t('reports.title'), level: 1 })).toBeVisible();
  await expect(page.getByText(t('reports.empty.title'))).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: t('reports.add') })
    .first()
    .click();

  const dialog = page.getByRole('dialog', { name: t('reports.add') });
  await dialog.getByRole('textbox', { name: t('reports.form.name') }).fill(NAME);
  const submit = dialog.getByRole('button', { name: t('reports.form.submit'), exact: true });
  await submit.click();
  await expect(dialog, 'without a recipient it is not saved').toBeVisible();
  const recipients = dialog.getByRole('textbox', { name: t('reports.form.recipients') });
  await recipients.fill(TO);
  await recipients.press('Enter');
  await expectAccessible(page);
  await show(page, 'report-form');
  await submit.click();
  await expect(dialog).toBeHidden();
  await expect(cardOf(page).getByText(TO)).toBeVisible();

  await cardOf(page)
    .getByRole('button', { name: t('reports.preview.one', { name: NAME }) })
    .click();
  const preview = page.getByRole('dialog', { name: new RegExp(NAME) });
  const picture = preview.frameLocator('iframe').locator('img').first();
  await expect(picture).toHaveAttribute('alt', /Messages of .*\d sent/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await show(page, 'report-preview');
  await preview.getByRole('button', { name: t('common.close') }).click();
  await expect(preview).toBeHidden();

  await cardOf(page)
    .getByRole('button', { name: t('reports.send.one', { name: NAME }) })
    .click();
  const question = page.getByRole('dialog', { name: t('reports.send.title') });
  await question.getByRole('button', { name: t('reports.send.confirm') }).click();
  await expect(cardOf(page).getByText(t('reports.send.done', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'reports');

  await expect(async () => {
    const answer = await page.request.get(`${own.url}/api/v1/messages?to=${TO}&status=captured`);
    expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(1);
  }).toPass({ timeout: 30_000 });
  await page.goto(own.url + paths.sandbox());
  await settled(page);
  await page
    .getByRole('main')
    .getByText(/^Report: Week of/)
    .first()
    .click();
  const kept = page.getByRole('main').frameLocator('iframe').locator('img').first();
  await expect(kept).toHaveAttribute('alt', /Messages of .*\d sent/);
  // A preview gives what is within the mail to its pictures by a rule (`lib/messages/cid-links.ts`).
  await expect
    .poll(() => kept.evaluate((image) => getComputedStyle(image).content))
    .toMatch(/^url\("data:image\/png;base64,iVBOR/);
  await show(page, 'report-in-sandbox');
});
