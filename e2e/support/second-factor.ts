import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { Authenticator } from '@/lib/testing/authenticator';
import { PASSWORD } from './panel';

const t = translator('en');
const PICTURES = process.env.RELEVO_E2E_PICTURES;

/** For looking at the page, where a folder is named. */
export async function show(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const [look, colorScheme, width] of [
    ['light', 'light', 1280],
    ['dark', 'dark', 1280],
    ['phone', 'light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 720 });
}

export const card = (page: Page, say = t) =>
  page.getByRole('region', { name: say('account.secondFactor.title') });

export async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(t('auth.signIn.email')).fill(email);
  await page.getByLabel(t('auth.signIn.password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
  await expect(page.getByRole('heading', { name: t('auth.code.title') })).toBeVisible();
}

export async function enterCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label).fill(code);
  await page.getByRole('button', { name: t('auth.code.submit') }).click();
}

/** Away from the panel first, which would go to the sign-in page by itself, in the midst of somebody's way there. */
export async function signOut(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies({ name: /session/ });
}

/** The key as it stands beside the picture, for who types it. */
export async function scan(page: Page, say = t): Promise<Authenticator> {
  const text = page.getByRole('region', { name: say('account.secondFactor.key.type') });
  return new Authenticator((await text.textContent())!.replaceAll(' ', ''));
}
