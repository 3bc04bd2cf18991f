import { expect, type Page } from '@playwright/test';
import type { DomainView } from '@/lib/domains/schema';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import type { ZoneRecord } from '@/lib/testing/dns-zones';
import { type ServedDns, serveDns } from '@/lib/testing/serve-dns';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'domains@example.com';
let dns: ServedDns;
let system: System;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  dns = await serveDns({});
  system = await startSystem({
    RELEVO_DNS_SERVERS: dns.address,
    PUBLIC_URL: 'http://relevo.example.net',
  });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});
test.afterAll(async () => {
  await system.stop();
  await dns.close();
});

const stored = async (name: string): Promise<DomainView> => {
  const { data } = JSON.parse(await system.relevo('domain', 'list', '--json'));
  return data.find((domain: DomainView) => domain.name === name);
};

/** What a person would enter at the DNS host. */
async function enter(name: string, change: (value: string, key: string) => string = (value) => value) {
  const { records } = await stored(name);
  dns.zones[name] = [{ NS: 'ada.ns.cloudflare.com' }, { NS: 'bob.ns.cloudflare.com' }];
  for (const { key, name: at, type, value } of records) {
    const [preference = '', host = ''] = value.split(' ');
    const text = change(value, key);
    const record: ZoneRecord =
      type === 'MX' ? { MX: [Number(preference), host] } : type === 'CNAME' ? { CNAME: text } : { TXT: text };
    dns.zones[at] = [
      ...(at === name ? dns.zones[name]! : at in dns.zones && key === 'return_spf' ? dns.zones[at]! : []),
      record,
    ];
  }
}

const step = (page: Page, name: 'senders' | 'spf' | 'dkim' | 'dmarc' | 'paths' | 'verify') =>
  page.getByRole('region', { name: t(`domains.steps.${name}.title`) });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const record = (page: Page, purpose: 'spf' | 'dkim' | 'dmarc') =>
  page.getByRole('article', { name: t(`domains.purposes.${purpose}`) }).first();

async function checkNow(page: Page) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, t('domains.checkNow'));
  await answered;
}

test('a domain goes from nothing to verified in the browser', async ({ page }) => {
  test.setTimeout(120_000);
  const console = watchConsole(page);
  const name = 'clinic.example';
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.domains()}`);
  await settled(page);
  await expect(page.getByText(t('domains.empty.title'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'domains-empty');
  await page
    .getByRole('main')
    .getByRole('button', { name: t('domains.add.button') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: t('domains.add.name') }).fill('com.py');
  await dialog.getByRole('button', { name: t('domains.add.submit') }).click();
  await expect(dialog.getByText(t('flaws.public_suffix')).first()).toBeVisible();
  await dialog.getByRole('textbox', { name: t('domains.add.name') }).fill(name);
  await dialog.getByRole('button', { name: t('domains.add.submit') }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await step(page, 'senders').getByLabel(t('domains.senders.addresses')).first().fill('192.0.2.7');
  await expectAccessible(page);
  await show(page, 'domain-senders');
  await press(page, t('domains.senders.submit'));
  await expect(step(page, 'spf')).toBeVisible();
  await expect(record(page, 'spf')).toContainText('v=spf1 ip4:192.0.2.7 ~all');
  await checkNow(page);
  await expect(record(page, 'spf')).toContainText(t('domains.findings.missing.what'));
  await show(page, 'domain-spf-missing');
  await expectAccessible(page);

  await press(page, t('domains.next'));
  await expect(step(page, 'dkim')).toBeVisible();
  await expect(record(page, 'dkim')).toContainText('relevo1._domainkey');
  await show(page, 'domain-dkim');
  await press(page, t('domains.next'));
  await expect(step(page, 'dmarc')).toBeVisible();
  await show(page, 'domain-dmarc');
  await expectAccessible(page);
  await press(page, t('domains.next'));
  const paths_ = step(page, 'paths');
  await expect(paths_).toBeVisible();
  await paths_.getByRole('textbox', { name: t('domains.paths.tracking') }).fill('track');
  await press(page, t('domains.paths.submit'));
  await expect(paths_.getByRole('article')).toHaveCount(1);
  await show(page, 'domain-paths');
  await expectAccessible(page);

  // Where somebody stopped they go on.
  await page.reload();
  await settled(page);
  await expect(paths_).toBeVisible();
  await enter(name);
  await press(page, t('domains.next'));
  await expect(step(page, 'verify')).toBeVisible();
  await expect(async () => {
    await checkNow(page);
    await expect(page.getByRole('main').getByText(t('domains.states.verified')).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 40_000 });
  await expectAccessible(page);
  await show(page, 'domain-verified');
  await chooseTechnical(page);
  await expect(page.getByRole('region', { name: t('domains.zone.title') })).toContainText(`_dmarc.${name}.`);
  await expect(page.getByText(t('domains.keys.states.signing'), { exact: false }).first()).toBeVisible();
  await show(page, 'domain-technical');
  await expectAccessible(page);
  console.expectNone();
});

test('each mistake gets its own sentence', async ({ page }) => {
  test.setTimeout(90_000);
  const name = 'garage.example';
  await system.relevo('domain', 'add', name, '--address', '192.0.2.7');
  await enter(name, (value, key) =>
    key === 'spf'
      ? 'v=spf1 include:_spf.example.net +all'
      : key === 'dmarc'
        ? 'v=DMARC1, p=none'
        : value.slice(0, 255),
  );
  const { id } = await stored(name);
  await system.relevo('domain', 'check', name).catch(() => undefined);
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.domain(id)}`);
  await settled(page);
  await page
    .getByRole('navigation', { name: t('domains.steps.label') })
    .getByRole('button', { name: t('domains.steps.verify.short') })
    .click();
  await expect(record(page, 'spf')).toContainText(t('domains.findings.spf_plus_all.what'));
  await expect(record(page, 'dmarc')).toContainText(t('domains.findings.dmarc_commas.what'));
  await expect(record(page, 'dkim')).toContainText('255');
  await expect(page.getByText('Cloudflare').first()).toBeVisible();
  await show(page, 'domain-mistakes');
});
