import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { openDatabase } from './support/database';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders, removeProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'warm-up@example.com';
const NAME = 'Young server';
const DOMAIN = 'clinic.example';
const RELAY = { kind: 'smtp', settings: { host: '127.0.0.1', port: 9, security: 'none' } };

test.beforeAll(async ({ system }) => {
  await addProviders(system, { ...RELAY, name: NAME, fromEmail: `ana@${DOMAIN}` });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});

test.afterAll(({ system }) => removeProviders(system, NAME));

test('a warm-up is begun, tells how it goes, and is stopped', async ({ page, system }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto(`/providers/${NAME}`);
  await settled(page);
  const card = page.getByRole('region', { name: t('warmUps.title') });
  const begin = card.getByRole('button', { name: t('warmUps.start') });

  await test.step('for a domain, once', async () => {
    await begin.click();
    const window = page.getByRole('dialog', { name: t('warmUps.window.title') });
    await window.getByLabel(t('warmUps.window.domain')).fill(DOMAIN);
    await expectAccessible(page);
    await show(page, 'warm-up-window');
    await window.getByRole('button', { name: t('warmUps.window.submit') }).click();
    await expect(window).toBeHidden();
    await expect(card.getByText(DOMAIN, { exact: true })).toBeVisible();
    const today = t('warmUps.today', { day: 1, days: 45, used: '0', allowance: '10' });
    await expect(card.getByText(today)).toBeVisible();
  });

  await test.step('its days so far', async () => {
    await liveSomeDays(system);
    await page.reload();
    await settled(page);
    const reason = t('warmUps.reasons.bounces');
    await expect(card.getByText(t('warmUps.moves.back', { reason }))).toBeVisible();
    await expect(card.locator('.recharts-bar-rectangle').first()).toBeVisible();
    await expectAccessible(page);
    await show(page, 'warm-up');
  });

  await test.step('stopped, and forgotten', async () => {
    await card.getByRole('button', { name: `${t('warmUps.stop.button')}: ${DOMAIN}` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('warmUps.stop.confirm') })
      .click();
    await expect(card.getByText(DOMAIN, { exact: true })).toBeHidden();
    await expect(begin).toBeVisible();
  });
  browserConsole.expectNone();
});

/** Four days went well, at the fifth addresses did not exist. */
async function liveSomeDays(system: Parameters<typeof openDatabase>[0]): Promise<void> {
  const database = openDatabase(system);
  const history = [10, 15, 20, 50, 65].map((allowance, day) => {
    const isGood = day < 4;
    const told = { sent: isGood ? allowance : 50, bounced: isGood ? 0 : 9, deferred: 0, complained: 0 };
    const verdict = isGood ? { move: 'on', reason: 'good' } : { move: 'back', reason: 'bounces' };
    return { date: `2026-11-0${day + 1}`, day, allowance, ...told, ...verdict };
  });
  await database`
    update warm_ups set day = 3, allowance = 50, history = ${database.json(history)} where domain = ${DOMAIN}`;
  await database.end();
}
