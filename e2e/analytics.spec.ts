import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const EMAIL = 'analyst@example.com';
let own: System;

/** A system of its own: what it counts, nobody else sends. */
test.beforeAll(async () => {
  test.setTimeout(400_000);
  own = await startSystem();
  await own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'scripts/seed.ts', process.env.RELEVO_E2E_SEED ?? '900'],
    {
      env: { ...process.env, NODE_ENV: 'production', RELEVO_DATA_DIR: own.dataDir },
    },
  );
});

test.afterAll(() => own.stop());

test.beforeEach(({ page }) => signIn(page, EMAIL, own.url));

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${own.url}/analytics${query}`);
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Volume' })).toBeVisible();
}

/** The page that opens says how many there are. */
async function expectBehind(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible();
  await expect(page.getByText(new RegExp(`^${count} messages?$`))).toBeVisible();
}

for (const name of ['Failed', 'Bounced', 'Opened', 'Clicked'])
  test(`the number of ${name} leads to exactly the messages it counted`, async ({ page }) => {
    await open(page);
    const tile = page.getByRole('main').getByRole('link', { name: new RegExp(`^${name} ?[0-9]`) });
    const count = Number(await tile.getByText(/^\d+$/).textContent());
    expect(count).toBeGreaterThan(0);
    await tile.click();
    await expectBehind(page, count);
  });

test('so does a number of a day, and one of a provider', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Volume: Show as a table' }).click();
  const day = page.getByRole('table', { name: 'Volume' }).getByRole('row').nth(2).getByRole('link').first();
  const ofDay = Number(await day.textContent());
  await day.click();
  await expectBehind(page, ofDay);
  await open(page, '?span=week');
  const row = page.getByRole('table', { name: 'Providers compared' }).getByRole('row', { name: /^SendGrid/ });
  const link = row.getByRole('link').first();
  const ofProvider = Number(await link.textContent());
  await link.click();
  await expectBehind(page, ofProvider);
});

test('a bar opens its messages', async ({ page }) => {
  await open(page);
  const bar = page.locator('.recharts-bar').first().locator('.recharts-bar-rectangle path').nth(5);
  await bar.click();
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/status=handed_over/);
});

test('the period stands in the address, and the page is for everybody', async ({ page }) => {
  const console = watchConsole(page);
  await open(page);
  await page.getByText('7 days', { exact: true }).click();
  await expect(page).toHaveURL(/span=week/);
  await page.reload();
  await expect(page.getByRole('radio', { name: '7 days' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Everything through one provider' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'SendGrid' }).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'analytics');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Providers compared: Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('Providers compared.csv');
  console.expectNone();
});
