import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { still } from './panel';

const PICTURES = process.env.RELEVO_E2E_PICTURES;

/** For looking at the page, where a folder is named. */
export async function show(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  const take = (suffix: string) =>
    page.screenshot({ path: join(PICTURES, `${name}${suffix}.png`), fullPage: true });
  await take('');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 390, height: 844 });
  await still(page);
  await take('-phone');
  await page.setViewportSize(size);
}
