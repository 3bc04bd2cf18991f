import { expect } from '@playwright/test';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const PAGES = [
  '/',
  '/messages',
  '/messages/compose',
  '/sandbox',
  '/providers',
  '/providers/new',
  '/providers/new?preset=smtp.own',
  '/providers/checks',
  '/tokens',
  '/account',
  '/workers',
];

const LOOKS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
] as const;

test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'pages@example.com', '--password', PASSWORD);
});

for (const { name, colorScheme, viewport } of LOOKS) {
  test(`every page is accessible and quiet: ${name}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const browserConsole = watchConsole(page);
    await signIn(page, 'pages@example.com');
    for (const path of PAGES) {
      await page.goto(path);
      await settled(page);
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    browserConsole.expectNone();
  });
}
