import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { startSystem } from '@/lib/testing/system';
import { startFakeMailService } from './support/fake-oauth';
import { PASSWORD, signIn } from './support/panel';
import { press } from './support/wizard';

const t = translator('en');

test('a mailbox is connected with OAuth2 from the panel, tested, and sends', async ({ browser }) => {
  test.setTimeout(180_000);
  const service = await startFakeMailService('relevo-client');
  const system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  const page = await browser.newPage({ baseURL: system.url });
  try {
    const { authorizeUrl, tokenUrl, smtpPort } = service;
    const file = join(system.dataDir, 'mailbox.json');
    const oauth = { provider: 'custom', clientId: 'relevo-client', authorizeUrl, tokenUrl, scope: 'mail' };
    const settings = { host: '127.0.0.1', port: smtpPort, security: 'none', username: 'clinic@example.com' };
    const provider = { name: 'Mailbox', kind: 'smtp', fromEmail: 'clinic@example.com' };
    writeFileSync(file, JSON.stringify({ ...provider, settings: { ...settings, auth: 'xoauth2', oauth } }));
    await system.relevo('provider', 'add', '--file', file);
    await system.relevo('admin', 'create', '--email', 'oauth@example.com', '--password', PASSWORD);
    await signIn(page, 'oauth@example.com');
    await page.goto('/providers');
    await page.getByText('Mailbox', { exact: true }).first().click();
    await page.locator('a[href^="/api/oauth/start"]').click();
    await page.waitForURL(/oauth=connected/);
    await press(page, 'providers.test.run');
    await expect(page.getByText(t('tests.ok', { name: 'Mailbox' }))).toBeVisible();

    await page.goto('/messages/compose?example=true');
    await page.getByRole('button', { name: t('messages.compose.send') }).click();
    await expect(page.getByText(t('messages.status.sent'), { exact: true })).toBeVisible();
    expect(service.received()).toBe(1);
  } finally {
    await page.close();
    await system.stop();
    await service.close();
  }
});
