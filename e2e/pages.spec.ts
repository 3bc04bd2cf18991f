import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { test } from './support/test';

const t = translator('en');

const PAGES = [
  '/',
  '/analytics',
  '/reports',
  '/messages',
  '/queue',
  '/messages/compose',
  '/sandbox',
  '/recipients',
  '/recipients?q=gone@example.com',
  '/recipients/gone%40example.com',
  '/suppressions',
  '/events',
  '/events?tab=webhooks',
  '/providers',
  '/providers/new',
  '/providers/new?preset=smtp.own',
  '/providers/checks',
  '/domains',
  '/domains/deliverability',
  '/own-server',
  '/connect',
  '/connect?program=django',
  '/providers/Sample',
  '/providers/Sample?tab=settings',
  '/contacts',
  '/notification-types',
  '/notifications',
  '/campaigns',
  '/lists',
  '/rules',
  '/subjects',
  '/templates',
  '/tokens',
  '/api-reference',
  '/api-reference/sendMessage',
  '/account',
  '/settings',
  '/settings?tab=delivery',
  '/settings/monitoring',
  '/settings/backups',
  '/settings/versions',
  '/settings/versions/1',
  '/alerts',
  '/logs',
  '/workers',
  '/help',
  '/help/tokens',
];

const WINDOWS = [
  { name: 'on a desk', viewport: { width: 1280, height: 800 } },
  { name: 'on a phone', viewport: { width: 390, height: 844 } },
] as const;

const SAMPLE = { name: 'Sample', kind: 'sandbox', settings: {}, fromEmail: 'clinic@example.com' };
let sampleMessage = '';

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'pages@example.com', '--password', PASSWORD);
  await system.relevo('suppression', 'add', 'gone@example.com', '--reason', 'Asked us by phone');
  await addProviders(system, SAMPLE);
  const sent = await system.relevo(
    'message',
    'send',
    '--to',
    'ana@example.com',
    '--subject',
    'Hello',
    '--text',
    'Hi',
  );
  sampleMessage = `/messages/${sent.split(' ')[0]}`;
});

/** Axe finds nothing in light nor, of what colours can spoil, in dark, and nothing is wider than the window. */
async function expectInOrder(page: Page): Promise<void> {
  await settled(page);
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
}

for (const { name, viewport } of WINDOWS)
  test(`every page is accessible and quiet, in light and dark: ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    const browserConsole = watchConsole(page);
    await signIn(page, 'pages@example.com');
    for (const path of [...PAGES, sampleMessage]) {
      await page.goto(path);
      await expectInOrder(page);
    }
    browserConsole.expectNone();
  });

test('what only Technical mode shows is accessible, in light and dark', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize(WINDOWS[0].viewport);
  const browserConsole = watchConsole(page);
  await signIn(page, 'pages@example.com');
  await page.goto('/');
  await chooseTechnical(page);
  for (const path of [
    '/providers',
    '/queue',
    '/messages',
    sampleMessage,
    '/routing',
    '/drills',
    '/workers',
    '/providers/Sample?tab=settings',
  ]) {
    await page.goto(path);
    await expectInOrder(page);
  }
  await page.getByText(t('providers.json.ways.json'), { exact: true }).click();
  await expectInOrder(page);
  browserConsole.expectNone();
});

test('the words of the panel are a file that a browser keeps, not a part of each page', async ({ page }) => {
  const shown = await (await page.request.get('/sign-in')).text();
  // With them it was half a megabyte.
  expect(shown.length).toBeLessThan(60_000);
  const submit = (locale: 'en' | 'es') => JSON.stringify(translator(locale)('auth.signIn.submit'));
  const words = await page.request.get(/\/words\/en\.\w+\.js/.exec(shown)![0]);
  expect(words.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(await words.text()).toContain(submit('en'));
  const ofAnotherVersion = await page.request.get('/words/es.0123456789abcdef.js');
  expect(ofAnotherVersion.headers()['cache-control']).toBe('no-store');
  expect(await ofAnotherVersion.text()).toContain(submit('es'));
  expect((await page.request.get('/words/fr.0123456789abcdef.js')).status()).toBe(404);
});
