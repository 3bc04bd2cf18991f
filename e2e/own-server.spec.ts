import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { show } from './support/show';
import { test } from './support/test';

const t = translator('en');
const EMAIL = 'own-server@example.com';

test.beforeAll(({ system }) => system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD));

test('somebody says what their server is, and takes away what installs it', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  await page.goto(paths.ownServer());
  await settled(page);
  const field = (name: string) => page.getByLabel(t(`ownServer.fields.${name}`), { exact: true });
  const clients = page.getByRole('combobox', { name: t('ownServer.fields.submission.clients') });
  const make = page.getByRole('button', { name: t('ownServer.submit') });
  const next = page.getByRole('region', { name: t('ownServer.next.title') });
  const file = page.getByRole('button', { name: '/etc/postfix/main.cf' });

  await test.step('what is wrong is said at its field', async () => {
    await field('hostname').fill('mail');
    await page.getByRole('radio', { name: t('ownServer.places.elsewhere.name') }).check();
    await make.click();
    await expect(clients).toHaveAttribute('aria-invalid', 'true');
    await clients.fill('198.51.100.9');
    await make.click();
    await expect(field('hostname')).toHaveAttribute('aria-invalid', 'true');
    await expect(field('hostname')).toBeFocused();
    await expectAccessible(page);
    await expect(next).toBeHidden();
  });

  await test.step('the script, and what else to do', async () => {
    await field('hostname').fill('mail.example.com');
    await field('ipv4').fill('203.0.113.7');
    await field('bounces.domain').fill('bounces.example.com');
    await make.click();
    await expect(next).toContainText('mail.example.com A 203.0.113.7');
    await expect(next).toContainText('/etc/letsencrypt/live/mail.example.com/fullchain.pem');
    await expect(next).toContainText('bounces.example.com MX 10 mail.example.com.');
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await next.getByRole('button', { name: t('ownServer.download') }).click();
    const script = await readFile(await (await download).path(), 'utf8');
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script).toContain('myhostname = mail.example.com');
    await show(page, 'own-server');
  });

  await test.step('made again, it tells what differs', async () => {
    await field('hostname').fill('mx.example.com');
    await make.click();
    await expect(file).toContainText(t('ownServer.files.changed', { count: 6 }));
    await file.click();
    const difference = page.getByRole('region', {
      name: `${t('ownServer.files.difference')}: /etc/postfix/main.cf`,
    });
    await expect(difference).toContainText('- myhostname = mail.example.com');
    await expect(difference).toContainText('+ myhostname = mx.example.com');
    await expectAccessible(page);
    await show(page, 'own-server-again');
  });
  browserConsole.expectNone();
});
