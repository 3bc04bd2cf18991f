import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');
const es = translator('es');

const label = (path: string) => t(`settings.fields.${path.replaceAll('.', '_')}.label`);
const input = (page: Page, path: string) => page.getByLabel(label(path), { exact: true }).first();

test('an administrator changes a few settings, a technician all of them', async ({ system, page }) => {
  test.setTimeout(120_000);
  const browserConsole = watchConsole(page);
  const stored = (path: string) => system.relevo('settings', 'show', path);
  const saved = page.getByText(t('settings.saved')).first();
  await system.relevo('admin', 'create', '--email', 'settings@example.com', '--password', PASSWORD);
  await signIn(page, 'settings@example.com');
  await page.goto('/');

  await test.step('in Admin mode: choose a strategy in plain words', async () => {
    await page.getByRole('link', { name: t('shell.nav.settings'), exact: true }).click();
    await page.getByRole('tab', { name: t('settings.tabs.delivery') }).click();
    await expect(page.getByText('delivery.breaker.failures')).toHaveCount(0);
    await page.getByRole('combobox', { name: label('delivery.strategies.marketing') }).click();
    await page.getByRole('option', { name: t('settings.strategies.speed.label') }).click();
    const meaning = page.getByRole('tabpanel').getByText(t('settings.strategies.speed.help'));
    await expect(meaning).toBeVisible();
    await expectAccessible(page);
    await press(page, 'settings.save');
    await expect(saved).toBeVisible();
    await expect(page.getByText(t('common.form.unsaved'))).toBeHidden();
    expect(await stored('delivery.strategies.marketing')).toBe('delivery.strategies.marketing=speed\n');
  });

  await test.step('minutes there are seconds in the API', async () => {
    await input(page, 'delivery.breaker.openSeconds').fill('2');
    await press(page, 'settings.save');
    await expect(page.getByText(t('common.form.unsaved'))).toBeHidden();
    expect(await stored('delivery.breaker.openSeconds')).toBe('delivery.breaker.openSeconds=120\n');
  });

  await test.step('what cannot be is refused in plain words, at its field', async () => {
    await input(page, 'delivery.limits.bufferPercent').fill('120');
    await input(page, 'delivery.retention.days').fill('');
    await press(page, 'settings.save');
    const mistakes = page.getByRole('alert').filter({ hasText: label('delivery.retention.days') });
    await expect(mistakes).toContainText(t('flaws.too_high', { max: '100' }));
    await expect(mistakes).toContainText(t('flaws.required'));
    await expect(input(page, 'delivery.limits.bufferPercent')).toBeFocused();
    await expectAccessible(page);
    await press(page, 'settings.discard');
    await expect(mistakes).toBeHidden();
    await expect(input(page, 'delivery.limits.bufferPercent')).toHaveValue('90 %');
  });

  await test.step('in Technical mode: everything, by the names of the API', async () => {
    await chooseTechnical(page);
    await expect(page.getByText('delivery.breaker.minSample')).toBeVisible();
    for (const weight of ['cost', 'reliability', 'speed'])
      await input(page, `delivery.balanced.${weight}`).fill('0');
    await press(page, 'settings.save');
    const mistake = page.getByRole('alert').filter({ hasText: t('flaws.weights_zero') });
    await expect(mistake).toBeVisible();
    // It names one of the three; any of them mends it.
    await input(page, 'delivery.balanced.speed').fill('100');
    await expect(mistake).toBeHidden();
    const reset = t('settings.resetField', { field: label('delivery.balanced.speed') });
    await page.getByRole('button', { name: reset }).click();
    await expect(input(page, 'delivery.balanced.speed')).toHaveValue('20 %');
    await expectAccessible(page);
    await press(page, 'settings.save');
    await expect(page.getByText(t('common.form.unsaved'))).toBeHidden();
    expect(await stored('delivery.balanced.cost')).toBe('delivery.balanced.cost=0\n');
  });

  await test.step('as JSON: what was chosen is there, and a mistake is named by field and line', async () => {
    await page.getByRole('tab', { name: t('settings.tabs.json') }).click();
    const editor = page.getByLabel(t('settings.json.label'));
    const text = await editor.inputValue();
    expect(JSON.parse(text)).toMatchObject({ delivery: { strategies: { marketing: 'speed' } } });
    await editor.fill(text.replace('"degradedBelowPercent": 80', '"degradedBelowPercent": 10'));
    await press(page, 'common.save');
    const contradiction = page.getByRole('alert').filter({
      hasText: /delivery\.breaker\.degradedBelowPercent, line \d+: This must not be lower/,
    });
    await expect(contradiction).toBeVisible();
    await expectAccessible(page);
    await editor.fill(text.replace('"days": 30', '"days": 14'));
    await press(page, 'common.save');
    await expect(contradiction).toBeHidden();
    await page.getByRole('tab', { name: t('settings.tabs.delivery') }).click();
    await expect(input(page, 'delivery.retention.days')).toHaveValue('14 days');
  });
  browserConsole.expectNone();
});

test('the settings speak Spanish and fit a phone', async ({ system, page }) => {
  const browserConsole = watchConsole(page);
  await system.relevo('admin', 'create', '--email', 'ajustes@example.com', '--password', PASSWORD);
  await signIn(page, 'ajustes@example.com');
  await page.goto('/account');
  await page.getByRole('combobox', { name: t('account.preferences.language') }).click();
  await page.getByRole('option', { name: 'Español' }).click();
  await press(page, 'account.preferences.submit');
  await expect(page.getByRole('heading', { level: 1, name: es('account.title') })).toBeVisible();

  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/settings?tab=delivery');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1, name: es('settings.title') })).toBeVisible();
  await page.getByLabel(es('settings.fields.delivery_breaker_failures.label')).fill('0');
  await page.getByRole('button', { name: es('settings.save') }).click();
  await expect(page.getByRole('alert').first()).toContainText(es('flaws.too_low', { min: '1' }));
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  browserConsole.expectNone();
});
