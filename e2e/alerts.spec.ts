import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { openDatabase } from './support/database';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'alerts@example.com';
/** It is looked each minute. */
const LOOKED_MS = 120_000;

let system: System;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem();
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, { name: 'Keep', kind: 'sandbox', settings: {}, fromEmail: 'a@example.com' });
  // What nobody takes is parked at once.
  await system.relevo('settings', 'set', 'delivery.retries.faultMinutes=[]');
});
test.afterAll(() => system?.stop());

const main = (page: Page) => page.getByRole('main');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const bell = (page: Page, count: number) => page.getByRole('link', { name: t('alerts.bell', { count }) });
const card = (page: Page, title: string) => page.getByRole('region', { name: title });
const TITLE = t('alerts.kinds.parked.title', { count: 1 });
const NAME = t('alerts.kinds.parked.name');

/** Two looks must find nothing before an alert is over: two minutes go by at once. */
async function lookLater(): Promise<void> {
  const sql = openDatabase(system);
  await sql`update alerts set last_seen_at = last_seen_at - interval '2 minutes' where resolved_at is null`;
  await sql`select graphile_worker.add_job('watch', '{}'::json)`;
  await sql.end();
}

test('an alert fires, is looked after, is over, and its mails lie in the sandbox', async ({ page }) => {
  test.setTimeout(3 * LOOKED_MS);
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL, system.url);

  await test.step('in monitoring a rule is made stricter', async () => {
    await page.goto(`${system.url}${paths.monitoring()}`);
    await expect(heading(page, t('alerts.rules.title'))).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await show(page, 'monitoring');
    await main(page)
      .getByRole('button', { name: t('alerts.rules.changeOne', { name: NAME }) })
      .click();
    const dialog = page.getByRole('dialog', { name: NAME });
    await expect(dialog.getByRole('textbox', { name: t('alerts.rules.form.remind') })).toHaveValue('24');
    await show(page, 'monitoring-rule');
    await dialog.getByRole('textbox', { name: t('alerts.kinds.parked.threshold') }).fill('0');
    await dialog.getByRole('button', { name: t('alerts.rules.form.submit') }).click();
    await expect(dialog).toHaveCount(0);
    await expect(main(page).getByText(t('alerts.kinds.parked.when', { threshold: 0 }))).toBeVisible();
  });

  await test.step('a test of it comes by mail', async () => {
    await main(page)
      .getByRole('button', { name: t('alerts.rules.testOne', { name: NAME }) })
      .click();
    await expect(page.getByText(t('alerts.rules.tested', { count: 1 })).first()).toBeVisible();
  });

  const mail = ['--to', 'down@sandbox.test', '--subject', 'Receipt 13', '--text', 'Thank you.', '--json'];
  const { id } = JSON.parse(await system.relevo('message', 'send', ...mail)) as { id: string };

  await test.step('it fires: the bell counts it, and its page says who acts and where', async () => {
    await page.goto(`${system.url}${paths.alerts()}`);
    await expect(heading(page, t('alerts.title'))).toBeVisible();
    await expect(card(page, TITLE)).toBeVisible({ timeout: LOOKED_MS });
    await expect(bell(page, 1)).toBeVisible();
    await expect(card(page, TITLE).getByText(t('alerts.kinds.parked.do'))).toBeVisible();
    await expectAccessible(page);
    await show(page, 'alerts-open');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expect(card(page, TITLE)).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await show(page, 'alerts-narrow');
    await page.setViewportSize({ width: 1280, height: 720 });
    await card(page, TITLE)
      .getByRole('button', { name: t('alerts.acknowledge.one', { title: TITLE }) })
      .click();
    await expect(card(page, TITLE).getByText(t('alerts.acknowledge.by', { name: EMAIL }))).toBeVisible();
    await card(page, TITLE)
      .getByRole('link', { name: t('alerts.kinds.parked.button') })
      .click();
    await expect(heading(page, t('messages.title'))).toBeVisible();
    await expect(main(page).getByText('Receipt 13').first()).toBeVisible();
  });

  await test.step('its cause is gone: it is over by itself', async () => {
    await system.relevo('message', 'cancel', id);
    await lookLater();
    await page.goto(`${system.url}${paths.alerts()}`);
    await expect(heading(page, t('alerts.title'))).toBeVisible();
    await expect(page.getByText(t('alerts.empty.title'))).toBeVisible({ timeout: LOOKED_MS });
    await expect(page.getByRole('table').getByText(TITLE)).toBeVisible({ timeout: LOOKED_MS });
    await expect(bell(page, 0)).toBeVisible();
    await show(page, 'alerts-past');
  });

  await test.step('its mails are there', async () => {
    await page.goto(`${system.url}${paths.sandbox()}`);
    await settled(page);
    const subjects = ['test', 'fired', 'over'].map((occasion) =>
      t(`alerts.mails.subject.${occasion}`, { title: occasion === 'test' ? sampleTitle() : TITLE }),
    );
    for (const subject of subjects)
      await expect(main(page).getByText(subject).first()).toBeVisible({ timeout: LOOKED_MS });
  });
  browserConsole.expectNone();
});

const sampleTitle = () => t('alerts.kinds.parked.title', { count: 3 });

test('a rule is added, muted for a day, and removed', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.monitoring()}`);
  await expect(heading(page, t('alerts.rules.title'))).toBeVisible();
  await main(page)
    .getByRole('button', { name: t('alerts.rules.add') })
    .click();
  const dialog = page.getByRole('dialog', { name: t('alerts.rules.add') });
  await dialog.getByRole('textbox', { name: t('alerts.kinds.failure_rate.threshold') }).fill('140');
  await dialog
    .getByLabel(t('alerts.rules.form.recipients'), { exact: true })
    .first()
    .fill('desk@example.com');
  await dialog.getByRole('button', { name: t('alerts.rules.form.submit') }).click();
  await expect(
    dialog.getByRole('textbox', { name: t('alerts.kinds.failure_rate.threshold') }),
  ).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByRole('textbox', { name: t('alerts.kinds.failure_rate.threshold') }).fill('2.5');
  await dialog.getByRole('button', { name: t('alerts.rules.form.submit') }).click();
  await expect(dialog).toHaveCount(0);
  const row = main(page).getByRole('listitem').filter({ hasText: 'desk@example.com' });
  await expect(row.getByText(/More than 2\.5 %/)).toBeVisible();

  const name = t('alerts.kinds.failure_rate.name');
  await row.getByRole('button', { name: t('alerts.mute.one', { name }) }).click();
  await row.getByRole('menuitem', { name: t('alerts.mute.spans.day') }).click();
  await expect(row.getByRole('button', { name: t('alerts.mute.endOne', { name }) })).toBeVisible();

  await row.getByRole('button', { name: t('alerts.rules.changeOne', { name }) }).click();
  await page
    .getByRole('dialog', { name })
    .getByRole('button', { name: t('alerts.rules.remove.button') })
    .click();
  await page.getByRole('button', { name: t('alerts.rules.remove.confirm') }).click();
  await expect(row).toHaveCount(0);
});

test('both pages in Spanish', async ({ page }) => {
  await signIn(page, EMAIL, system.url);
  await page.goto(system.url);
  const es = translator('es');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Menu of / }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  for (const [path, title] of [
    [paths.alerts(), es('alerts.title')],
    [paths.monitoring(), es('alerts.rules.title')],
  ] as const) {
    await page.goto(`${system.url}${path}`);
    await expect(heading(page, title)).toBeVisible();
    await settled(page);
    await show(page, `spanish${path.replaceAll('/', '-')}`);
  }
});
