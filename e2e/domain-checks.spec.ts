import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type ServedDns, serveDns } from '@/lib/testing/serve-dns';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
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

test('somebody sees how their server stands, and how every domain would arrive', async ({ page }) => {
  test.setTimeout(120_000);
  const console = watchConsole(page);
  await addProviders(system, {
    name: 'Office server',
    kind: 'smtp',
    settings: {
      preset: 'own',
      host: '127.0.0.1',
      port: 9,
      security: 'none',
      ehloName: 'mail.stands.example',
    },
    fromEmail: 'ana@stands.example',
  });
  await system.relevo(
    'domain',
    'add',
    'stands.example',
    '--address',
    '192.0.2.9',
    '--provider',
    'Office server',
  );
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.ownServer()}`);
  await settled(page);
  const server = page.getByRole('article', { name: 'Office server' });
  await expect(server).toContainText(t('ownServer.state.noBounces'));
  await page.getByRole('button', { name: t('ownServer.state.check') }).click();
  await expect(server).toContainText('127.0.0.1:9 (', { timeout: 40_000 });
  const address = page.getByRole('article', { name: '192.0.2.9' });
  await expect(address).toContainText(
    t('ownServer.state.letterText', { address: '192.0.2.9', host: 'mail.stands.example' }),
  );
  await expectAccessible(page);
  await show(page, 'own-server-state');

  await page.goto(`${system.url}${paths.domains()}`);
  await page.getByRole('link', { name: t('domains.matrix.open') }).click();
  await page.getByRole('button', { name: t('domains.matrix.check') }).click();
  const cell = page.getByRole('row', { name: /stands\.example/ }).getByRole('cell');
  await expect(cell).toContainText(t('domains.pairs.verdicts.fails'), { timeout: 40_000 });
  await expectAccessible(page);
  await show(page, 'domain-matrix');
  await page.getByRole('button', { name: /^(Menu of|Menú de) / }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await show(page, 'es-domain-matrix');
  await page.goto(`${system.url}${paths.ownServer()}`);
  await settled(page);
  await show(page, 'es-own-server-state');
  console.expectNone();
});
