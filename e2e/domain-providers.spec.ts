import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
const EMAIL = 'at-providers@example.com';
const DOMAIN = 'asked.example';
let dns: ServedDns;
let system: System;
let service: Server;
/** What Brevo answers, as its reference writes it. */
let known = false;
let mayAsk = true;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  service = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') known = true;
    const status = !mayAsk ? 403 : known ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' });
    const dns_records = {
      dkim_record: {
        type: 'TXT',
        value: 'k=rsa;p=MIGfMA0GCSqGSIb3',
        host_name: 'mail._domainkey',
        status: false,
      },
      brevo_code: { type: 'TXT', value: 'brevo-code:6a1b', host_name: '@', status: false },
    };
    const refusal = { code: mayAsk ? 'document_not_found' : 'permission_denied', message: 'no' };
    response.end(
      JSON.stringify(status === 200 ? { verified: false, authenticated: false, dns_records } : refusal),
    );
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  dns = await serveDns({});
  system = await startSystem({ RELEVO_DNS_SERVERS: dns.address, RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  const endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  await addProviders(system, {
    name: 'Newsletters',
    kind: 'brevo',
    settings: { endpoint },
    secrets: { apiKey: 'xkeysib-test' },
    fromEmail: `ana@${DOMAIN}`,
  });
});
test.afterAll(async () => {
  await system.stop();
  await dns.close();
  service.close();
});

test('a domain is created at a provider by a press, and its records are among the others', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const console = watchConsole(page);
  const { id } = JSON.parse(
    await system.relevo('domain', 'add', DOMAIN, '--provider', 'Newsletters', '--json'),
  );
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.domain(id, { step: 'dkim' })}`);
  await settled(page);
  const card = page.getByRole('article', { name: t('domains.there.title', { provider: 'Newsletters' }) });
  const checkNow = page.getByRole('button', { name: t('domains.checkNow') });
  await checkNow.click();
  await expect(card).toContainText(t('domains.there.states.absent'), { timeout: 30_000 });
  await expectAccessible(page);
  await show(page, 'domain-there-absent');
  await card.getByRole('button', { name: t('domains.there.create', { provider: 'Newsletters' }) }).click();
  await expect(card).toContainText(t('domains.there.states.waiting'), { timeout: 30_000 });
  await expect(page.getByText('k=rsa;p=MIGfMA0GCSqGSIb3')).toBeVisible();
  await expect(
    page.getByRole('heading', { name: t('domains.wantedBy', { provider: 'Newsletters' }) }),
  ).toBeVisible();
  await expectAccessible(page);

  mayAsk = false;
  await chooseTechnical(page);
  await expect(async () => {
    await checkNow.click();
    await expect(card).toContainText(t('domains.there.states.permission'), { timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await expect(card).toContainText('403');
  await expectAccessible(page);
  await show(page, 'domain-there-permission');
  // The browser was told that requests of the page went well throughout.
  console.expectNone();
});
