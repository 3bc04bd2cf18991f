import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { DomainView } from '@/lib/domains/schema';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { makeReport } from '@/lib/testing/domain-reports';
import { type ServedDns, serveDns } from '@/lib/testing/serve-dns';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'reports@example.com';
let dns: ServedDns;
let system: System;

test.beforeAll(async () => {
  test.setTimeout(320_000);
  dns = await serveDns({
    'mailgun.org': [{ TXT: 'v=spf1 ip4:198.51.100.128/25 ~all' }],
    '1.113.0.203.in-addr.arpa': [{ PTR: 'mx1.forwarder.example' }],
    'mx1.forwarder.example': [{ A: '203.0.113.1' }],
    '9.113.0.203.in-addr.arpa': [{ PTR: 'host9.spam.example' }],
    'host9.spam.example': [{ A: '203.0.113.9' }],
  });
  system = await startSystem({ RELEVO_DNS_SERVERS: dns.address });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
});
test.afterAll(async () => {
  await system.stop();
  await dns.close();
});

async function addDomain(name: string): Promise<DomainView> {
  return JSON.parse(await system.relevo('domain', 'add', name, '--address', '192.0.2.7', '--json'));
}

/** What receivers send over two weeks. */
async function writeReports(name: string, days: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reports-'));
  return Promise.all(
    Array.from({ length: days }, async (_, at) => {
      const file = join(folder, `${at}.xml`);
      const rows = [
        { address: '192.0.2.7', count: 40 + at },
        {
          address: '198.51.100.200',
          count: 6,
          dkim: 'fail',
          spf: 'fail',
          spfDomain: 'mg.example.net',
          spfResult: 'pass',
        },
        {
          address: '203.0.113.1',
          count: 3,
          dkim: 'pass',
          spf: 'fail',
          spfDomain: 'forwarder.example',
          spfResult: 'pass',
        },
        { address: '203.0.113.9', count: at % 5, dkim: 'fail', spf: 'fail', spfResult: 'softfail' },
      ] as const;
      await writeFile(file, makeReport(name, [...rows], { daysAgo: at + 2, id: `${name} ${at}` }));
      return file;
    }),
  );
}

test('somebody reads files and sees who sends, what fails and what follows', async ({ page }) => {
  test.setTimeout(120_000);
  const console = watchConsole(page);
  const { id, name } = await addDomain('reported.example');
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.domain(id)}`);
  await settled(page);
  await page.getByRole('link', { name: t('domainReports.open') }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: t('domainReports.title', { domain: name }) }),
  ).toBeVisible();
  await expect(page.getByText(t('domainReports.empty.title'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'domain-reports-empty');

  const files = await writeReports(name, 16);
  const none = join(dirname(files[0]!), 'not.xml');
  await writeFile(none, '<a/>');
  await page.getByRole('button', { name: t('domainReports.read.button') }).click();
  const dialog = page.getByRole('dialog');
  const choose = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: t('domainReports.read.files') }).click();
  await (await choose).setFiles([...files, none]);
  await dialog.getByRole('button', { name: t('domainReports.read.confirm'), exact: true }).click();
  await expect(dialog.getByText(t('domainReports.refusals.not_a_report'))).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByText(t('domainReports.effects.noted'), { exact: false })).toHaveCount(16);
  await expectAccessible(page);
  await show(page, 'domain-reports-read');
  await page.keyboard.press('Escape');

  const advice = page.getByRole('region', { name: t('domainReports.advice.title') });
  await expect(advice).toContainText(
    t('domainReports.advice.next', { next: t('domainReports.advice.policies.quarantine') }),
  );
  const source = (who: string) => page.getByRole('article', { name: who });
  await expect(source('192.0.2.7')).toContainText(t('domainReports.kinds.own'));
  await expect(source('Mailgun')).toContainText(t('domainReports.kinds.service'));
  await expect(source('Mailgun')).toContainText(
    t('domainReports.problems.spf_other', { domain: 'mg.example.net' }),
  );
  await expect(source('forwarder.example')).toContainText(t('domainReports.kinds.forwarder'));
  await expect(source('spam.example')).toContainText(t('domainReports.kinds.stranger'));
  await source('Mailgun').getByRole('button').click();
  await expect(source('Mailgun')).toContainText('198.51.100.200');
  await expectAccessible(page);
  await show(page, 'domain-reports');
  await chooseTechnical(page);
  await expect(page.getByText(`${name} 0`)).toBeVisible();
  await expectAccessible(page);

  await advice.getByRole('link', { name: t('domainReports.advice.do') }).click();
  await expect(page.getByRole('region', { name: t('domains.steps.dmarc.title') })).toBeVisible();
  console.expectNone();
});
