import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { type MailServer, startMailServer } from './support/mail-server';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo, removeProviders } from './support/providers';
import { test } from './support/test';

const t = translator('en');
const PROVIDERS = [
  { name: 'Route-own', priority: 100, costPerMessage: '0', fallback: 'Route-dear' },
  { name: 'Route-cheap', priority: 20, costPerMessage: '0.0001' },
  { name: 'Route-dear', priority: 10, costPerMessage: '0.001' },
];

let mailServer: MailServer;

test.beforeAll(async ({ system }) => {
  mailServer = await startMailServer(RELAY_PASSWORD);
  await system.relevo('admin', 'create', '--email', 'router@example.com', '--password', PASSWORD);
  const relays = PROVIDERS.map((provider) => relayTo(mailServer, provider));
  await addProviders(system, ...relays.toReversed());
});

test.afterAll(async ({ system }) => {
  await removeProviders(system, ...PROVIDERS.map(({ name }) => name));
  await mailServer.close();
});

test('a message says why this provider, in a sentence and as a table', async ({ system, page }) => {
  const to = ['--to', 'down+Route-own@example.com', '--subject', 'Handed over', '--text', 'Hi'];
  const sent = await system.relevo('message', 'send', ...to, '--wait');
  await signIn(page, 'router@example.com');
  await page.goto(`/messages/${sent.split(' ')[0]}`);
  const names = { provider: 'Route-dear', after: 'Route-own' };
  await expect(page.getByText(t('messages.why.fallback', names))).toBeVisible();
  const priority = t('messages.why.strategy.priority', { provider: 'Route-own' });
  await expect(page.getByText(priority)).toBeVisible();

  await chooseTechnical(page);
  const ranking = page.getByRole('table', { name: t('messages.why.label') }).first();
  const named = page.getByRole('cell', { name: 'Route-own', exact: true });
  const first = ranking.getByRole('row').filter({ has: named });
  await expect(first).toContainText(t('routing.reason.chosen'));
  await expect(first).toContainText('1.00');
  await expectAccessible(page);
});

test('the routing lab decides anew at every change, and changes nothing', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, 'router@example.com');
  await page.goto('/');
  await chooseTechnical(page);
  await page.getByRole('link', { name: t('routing.title') }).click();
  const decision = page.getByRole('region', { name: t('routing.decision.title') });
  const suppose = page.getByRole('region', { name: t('routing.suppose.title') });
  const goes = (provider: string) =>
    expect(decision.getByText(t('routing.decision.goes', { provider }))).toBeVisible();
  await goes('Route-own');

  await test.step('a breaker that opens', async () => {
    await suppose.getByRole('button', { name: 'Route-own' }).click();
    await suppose.getByRole('combobox', { name: t('routing.suppose.breaker') }).click();
    await page.getByRole('option', { name: t('routing.suppose.breakers.open'), exact: true }).click();
    await expect(decision.getByText(/5 failures in a row, paused until/)).toBeVisible();
    await expect(decision.getByText(t('routing.decision.goes', { provider: 'Route-own' }))).toBeHidden();
    await expectAccessible(page);
    await suppose.getByRole('button', { name: t('routing.suppose.resetAll') }).click();
    await goes('Route-own');
  });

  await test.step('a message that asks for its providers', async () => {
    await page.getByRole('combobox', { name: t('routing.message.providers') }).click();
    await page.getByRole('option', { name: 'Route-cheap' }).click();
    await page.getByRole('option', { name: 'Route-dear' }).click();
    await page.keyboard.press('Escape');
    await goes('Route-cheap');
    await decision.getByRole('button', { name: t('routing.shares.show', { count: 1000 }) }).click();
    await expect(decision.getByRole('list', { name: t('routing.shares.label') })).toHaveText(
      /^Route-cheap100\s?%$/,
    );
    await expectAccessible(page);
  });
  browserConsole.expectNone();
});
