import { expect, type Page } from '@playwright/test';
import { startSystem } from '@/lib/testing/system';
import { startMailServer } from './support/mail-server';
import { chooseTechnical, expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo } from './support/providers';
import { test } from './support/test';

/** A figure is a link whose name is its label, its number and what it means. */
function figure(page: Page, label: string, value: number) {
  return page.getByRole('link', { name: new RegExp(`^${label}\\s*${value}\\b`) });
}

test('the first page counts what is sent within seconds, and shows what is parked with its button', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const system = await startSystem();
  const mailServer = await startMailServer(RELAY_PASSWORD);
  const send = (to: string) =>
    system.relevo('message', 'send', '--to', to, '--subject', `To ${to}`, '--text', 'Hello');
  try {
    await system.relevo('admin', 'create', '--email', 'home@example.com', '--password', PASSWORD);
    const browserConsole = watchConsole(page);
    await signIn(page, 'home@example.com', system.url);
    await page.goto(system.url);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name: 'Get your first mail out' })).toBeVisible();
    await expect(main.getByRole('heading', { name: 'What it costs' })).toBeHidden();

    await addProviders(system, relayTo(mailServer, { name: 'Front desk', costPerMessage: '0.5' }));
    await system.relevo(
      'settings',
      'set',
      'delivery.retries.faultMinutes=[]',
      'delivery.retries.immediateTries=1',
    );
    await expect(main.getByRole('heading', { name: 'Ready: no mail has gone out yet.' })).toBeVisible();
    await expect(main.getByText('Nothing needs you.')).toBeVisible();
    await expect(main.getByText('No mail in the last 24 hours')).toBeVisible();

    await send('ana@example.com');
    await expect(figure(page, 'Sent today', 1)).toBeVisible();
    await expect(main.getByRole('heading', { name: 'Mail is flowing.' })).toBeVisible();
    await expect(
      main.getByRole('img', { name: /last 24 hours: 1 sent, 0 kept in sandboxes, 0 failed, 0 parked/ }),
    ).toBeVisible();
    await expect(main.locator('.recharts-bar-rectangle path').first()).toBeAttached();
    await expect(main.getByRole('region', { name: 'What it costs' })).toContainText('$0.50');

    await send('down@example.com');
    await expect(figure(page, 'Parked', 1)).toBeVisible();
    await expectAccessible(page);
    await chooseTechnical(page);
    await expect(main.getByText('Attempts today')).toBeVisible();
    await main.getByRole('button', { name: 'Show as a table' }).click();
    await expect(main.getByRole('columnheader', { name: 'Parked' })).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(page.getByRole('tooltip')).toBeHidden();
    await expectAccessible(page);

    await main.getByRole('link', { name: 'Show the parked ones' }).click();
    await expect(page).toHaveURL(/\/messages\?status=held/);
    await expect(page.getByText('To down@example.com').first()).toBeVisible();
    browserConsole.expectNone();
  } finally {
    await system.stop();
    await mailServer.close();
  }
});
