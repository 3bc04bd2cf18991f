import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type ServedDns, serveDns } from '@/lib/testing/serve-dns';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'checks@example.com';
let dns: ServedDns;
let system: System;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  dns = await serveDns({
    '7.2.0.192.in-addr.arpa': [{ PTR: 'mail.checked.example' }],
    'mail.checked.example': [{ A: '192.0.2.7' }],
    '7.2.0.192.bl.spamcop.net': [{ A: '127.0.0.2' }],
    '7.2.0.192.zen.spamhaus.org': [{ A: '127.255.255.254' }],
    '_dmarc.checked.example': [{ TXT: 'v=DMARC1; p=none' }],
  });
  system = await startSystem({ RELEVO_DNS_SERVERS: dns.address });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});
test.afterAll(async () => {
  await system.stop();
  await dns.close();
});

test('somebody sees what others think of a domain and its server, and where to mend it', async ({ page }) => {
  test.setTimeout(90_000);
  const console = watchConsole(page);
  const { id } = JSON.parse(
    await system.relevo('domain', 'add', 'checked.example', '--address', '192.0.2.7', '--json'),
  );
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.domain(id)}`);
  await settled(page);
  await page.getByRole('link', { name: t('domainHealth.open') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: t('domainHealth.title', { domain: 'checked.example' }) }),
  ).toBeVisible();
  await page.getByRole('button', { name: t('domainHealth.check') }).click();

  const item = (area: string, subject: string) =>
    page.getByRole('article', { name: `${t(`domainHealth.areas.${area}.title`)}: ${subject}` });
  await expect(item('name', '192.0.2.7')).toContainText('mail.checked.example', { timeout: 40_000 });
  const lists = item('blocklist', '192.0.2.7');
  await expect(lists).toContainText(t('domainHealth.states.error'));
  // What refuses to answer is not called clean, and not a fault either.
  await expect(lists).toContainText('Spamhaus ZEN did not say');
  await expect(lists.getByRole('link', { name: 'SpamCop' })).toHaveAttribute(
    'href',
    'https://www.spamcop.net/bl.shtml',
  );
  await expect(item('blocklist', 'checked.example')).toContainText(t('domainHealth.states.good'));
  await expectAccessible(page);
  await show(page, 'domain-checks');
  await chooseTechnical(page);
  await expect(item('dmarc', 'checked.example')).toContainText('v=DMARC1; p=none');
  await expectAccessible(page);
  await show(page, 'domain-checks-technical');
  console.expectNone();
});
