import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import type { System } from '@/lib/testing/system';
import { startProxy } from './support/detour-proxy';
import { PASSWORD, settled, signIn } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'live@example.com';

test.beforeAll(({ system }) => system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD));

/** The questions that a page asks, but for its stream. */
function watchReads(page: Page): string[] {
  const reads: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/v1/')) reads.push(pathname);
  });
  return reads;
}

/** Until the pages ask nothing by the clock, which they share, though half of the time has passed for which they would wait for a beat. */
async function untilTold(pages: Page[], reads: string[][]): Promise<void> {
  for (const page of pages) await settled(page);
  await pages[0]!.clock.runFor(6_000);
  for (const page of pages) await settled(page);
  // One that was told of may still be on its way; who asks by the clock asks every time.
  await expect(async () => {
    for (const each of reads) each.length = 0;
    await pages[0]!.clock.runFor(15_000);
    expect(reads.flat()).toEqual([]);
  }).toPass({ timeout: 30_000 });
}

async function send(system: System): Promise<string> {
  const subject = `Told at once ${Date.now()}`;
  const [to, from] = ['live@sandbox.test', 'clinic@example.com'];
  await system.relevo('message', 'send', '--from', from, '--to', to, '--subject', subject, '--text', 'Hello');
  return subject;
}

test('two tabs are told of what commands and people do, each by one stream, and ask nothing by the clock', async ({
  page,
  context,
  system,
}) => {
  const other = await context.newPage();
  await page.clock.install();
  const reads = [watchReads(page), watchReads(other)];
  await signIn(page, EMAIL);
  await page.goto('/');
  await other.goto('/messages');
  await untilTold([page, other], reads);
  const subject = await send(system);
  await expect(other.getByText(subject).first()).toBeVisible();
  await expect(page.getByRole('main').getByText(subject).first()).toBeVisible();
});

for (const [what, become] of [
  ['has none', 'refuse'],
  ['keeps it to itself', 'collect'],
] as const)
  test(`behind a proxy that cuts the stream and then ${what}, pages ask by the clock`, async ({
    page,
    system,
  }) => {
    const proxy = await startProxy(system.url);
    try {
      await page.clock.install();
      const reads = watchReads(page);
      await signIn(page, EMAIL, proxy.url);
      await page.goto(`${proxy.url}/messages`);
      await untilTold([page], [reads]);
      proxy.become(become);
      proxy.cutStreams();
      const subject = await send(system);
      await expect(page.getByText(subject).first()).toBeVisible();
      reads.length = 0;
      await page.clock.runFor(30_000);
      await expect.poll(() => reads.length).toBeGreaterThan(1);
      proxy.become('pass');
      // As long as it waits for a stream that says nothing, and then for another try.
      await page.clock.runFor(110_000);
      await untilTold([page], [reads]);
    } finally {
      proxy.close();
    }
  });

test('whose session is ended elsewhere is led to sign in, without pressing anything', async ({
  page,
  browser,
  system,
}) => {
  const context = await browser.newContext({ baseURL: system.url });
  const other = await context.newPage();
  await signIn(other, EMAIL);
  await other.goto('/queue');
  await settled(other);
  await signIn(page, EMAIL);
  await page.goto('/');
  await system.relevo('person', 'sign-out', EMAIL);
  for (const tab of [page, other])
    await expect(tab.getByRole('heading', { name: t('auth.signIn.title') })).toBeVisible();
  await context.close();
});
