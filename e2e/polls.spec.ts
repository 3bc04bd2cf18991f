import { expect, type Request } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { PASSWORD, settled, signIn } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'polls@example.com';
const STREAM = '/api/live';
const STEP_MS = 5_000;
const STEPS = 12;

test.beforeAll(({ system }) => system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD));

test('home asks nothing while it would be told, at most twelve times a minute where it is not, never while hidden, and fetches ahead what is pointed at', async ({
  page,
}) => {
  await page.clock.install();
  const polls: string[] = [];
  const ahead: string[] = [];
  let unanswered = 0;
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/')) return noteAhead(request, pathname);
    polls.push(pathname);
    if (pathname !== STREAM) unanswered++;
  });
  const noteAhead = (request: Request, pathname: string) => {
    if (request.headers()['next-router-prefetch']) ahead.push(pathname);
  };
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/') && pathname !== STREAM) unanswered--;
    });
  await signIn(page, EMAIL);
  await page.goto('/');
  await settled(page);
  const pass = async (steps: number) => {
    for (let step = 0; step < steps; step++) {
      await page.clock.runFor(STEP_MS);
      // The page's next question comes a while after the answer to the one before.
      await expect.poll(() => unanswered).toBe(0);
    }
  };

  await test.step('told of changes, by the one stream', async () => {
    expect(polls.filter((path) => path === STREAM)).toHaveLength(1);
    // The question that was due when the stream began.
    await pass(1);
    polls.length = 0;
    await pass(4);
    expect(polls).toEqual([]);
  });

  // Its clock runs faster than the server's, which does not beat as often as it should by that.
  await test.step('nothing heard, in a minute of its clock', async () => {
    await pass(4);
    polls.length = 0;
    await pass(STEPS);
    expect(polls.length).toBeGreaterThan(STEPS / 2);
    expect(polls.length).toBeLessThanOrEqual(STEPS);
  });

  await test.step('hidden', async () => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    polls.length = 0;
    await page.clock.runFor(STEP_MS * STEPS);
    expect(polls).toEqual([]);
  });

  // One that home itself never links to, whatever the others have left there.
  await test.step('a page of the sidebar', async () => {
    const link = page.getByRole('navigation').getByRole('link', { name: t('shell.nav.audit'), exact: true });
    const href = (await link.getAttribute('href')) ?? '';
    expect(ahead).not.toContain(href);
    const fetched = page.waitForRequest((request) => new URL(request.url()).pathname === href);
    await link.hover();
    await fetched;
  });
});
