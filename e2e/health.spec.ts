import { expect } from '@playwright/test';
import { test } from './support/test';

test('the system says that it lives and is ready', async ({ request }) => {
  const health = await request.get('/api/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ status: 'ok' });
  expect((await request.get('/api/health/ready')).status()).toBe(200);
});

test('a visitor is asked to sign in', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('the terminal shows a one-time set-up link', async ({ system }) => {
  expect(system.setupUrl).toContain(`${system.url}/setup/`);
});
