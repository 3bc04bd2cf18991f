import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { type System, startSystem } from '@/lib/testing/system';
import { PASSWORD, signIn } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const EMAIL = 'analyst@example.com';
/** One in two thousand fails. */
const SEEDED = '12000';
let own: System;

/** A system of its own: what it counts, nobody else sends. */
test.beforeAll(async () => {
  test.setTimeout(400_000);
  own = await startSystem();
  await own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/seed.ts', SEEDED], {
    env: { ...process.env, RELEVO_DATA_DIR: own.dataDir },
  });
});

test.afterAll(() => own.stop());

test.beforeEach(({ page }) => signIn(page, EMAIL, own.url));

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${own.url}/analytics${query}`);
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Volume', level: 2 })).toBeVisible();
}

const countOf = (shown: string | null) => Number(shown?.replaceAll(',', ''));

/** The filters of the page are those of the API; what it lists is counted to the end. */
async function expectBehind(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible();
  const filters = new URL(page.url()).searchParams;
  expect(filters.size).toBeGreaterThan(2);
  let found = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams([
      ...filters,
      ['limit', '100'],
      ...(cursor ? [['cursor', cursor]] : []),
    ]);
    const answer = await page.request.get(`${own.url}/api/v1/messages?${query}`);
    expect(answer.status()).toBe(200);
    const { data, nextCursor } = (await answer.json()) as { data: unknown[]; nextCursor: string | null };
    found += data.length;
    cursor = nextCursor;
  }
  expect(found).toBe(count);
}

for (const name of ['Sent', 'Failed', 'Bounced', 'Opened'])
  test(`the number of ${name} leads to exactly the messages it counted`, async ({ page }) => {
    await open(page);
    const tile = page.getByRole('main').getByRole('link', { name: new RegExp(`^${name} ?[0-9]`) });
    const count = countOf(await tile.getByText(/^[\d,]+$/).textContent());
    await show(page, 'analytics');
    await tile.click();
    await expectBehind(page, count);
  });

test('so does a number of a day, and one of a provider', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Volume: Show as a table' }).click();
  const day = page.getByRole('table', { name: 'Volume' }).getByRole('row').nth(2).getByRole('link').first();
  const ofDay = countOf(await day.textContent());
  await day.click();
  await expectBehind(page, ofDay);
  await open(page, '?span=week');
  const table = page.getByRole('table', { name: 'Providers compared' });
  const link = table
    .getByRole('row', { name: /^Amazon SES/ })
    .getByRole('link')
    .first();
  const ofProvider = countOf(await link.textContent());
  await link.click();
  await expectBehind(page, ofProvider);
});

for (const [what, bars] of [
  ['sent', 0],
  ['failed', 1],
] as const)
  test(`pressing a bar of what was ${what} leads to exactly the messages it counted`, async ({ page }) => {
    await open(page);
    const answer = await page.request.get(`${own.url}/api/v1/metrics?interval=day`);
    const { data } = (await answer.json()) as { data: Record<typeof what, number>[] };
    const counts = data.map((point) => point[what]);
    const most = Math.max(...counts);
    expect(most).toBeGreaterThan(0);
    const chart = page
      .getByRole('img', { name: /^Volume/ })
      .or(page.getByRole('img', { name: /sent/i }))
      .first();
    const bar = chart
      .locator('.recharts-bar')
      .nth(bars)
      .locator('.recharts-bar-rectangle')
      // What is nothing is not drawn.
      .nth(counts.slice(0, counts.indexOf(most)).filter((count) => count > 0).length);
    await bar.locator('path').click();
    await expectBehind(page, most);
  });

for (const name of ['Volume', 'Speed', 'Queue over time', 'Providers compared', 'What is to be expected'])
  test(`${name}: what is drawn is a table too, and the same as a file`, async ({ page }) => {
    await open(page);
    const asTable = page.getByRole('button', { name: `${name}: Show as a table` });
    if (name !== 'Providers compared') await asTable.click();
    const rows = page.getByRole('table', { name }).getByRole('row');
    const columns = await rows.first().getByRole('columnheader').allTextContents();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `${name}: Save as CSV` }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`${name}.csv`);
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      `\uFEFF${columns.map((column) => (column.includes(',') ? `"${column}"` : column)).join(',')}`,
    );
    expect(lines).toHaveLength(await rows.count());
  });
