import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { freePort } from '@/lib/database/embedded/free-port';
import { type System, startSystem } from '@/lib/testing/system';
import { PASSWORD, signIn } from './support/panel';
import { addProviders } from './support/providers';
import { test } from './support/test';

const EMAIL = 'door@example.com';
let own: System;
let port: number;
let token: string;

/** A system of its own: the door is open only where its port is given. */
test.beforeAll(async () => {
  test.setTimeout(400_000);
  port = await freePort();
  own = await startSystem({ RELEVO_SMTP_PORT: String(port), RELEVO_RESTART_MAX_MS: '100' });
  await own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(own, {
    name: 'Sandbox',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'clinic@example.com',
  });
  token = (
    await own.relevo('token', 'create', '--name', 'Shop', '--scopes', 'messages:send', '--kind', 'test')
  ).trim();
});

test.afterAll(() => own.stop());

const hand = async (subject: string) => {
  const shop = createTransport({ host: '127.0.0.1', port, auth: { user: 'shop', pass: token } });
  const { response } = await shop.sendMail({
    from: 'Clínica <clinic@example.com>',
    to: 'Ana <ana@example.com>',
    subject,
    text: 'Gracias.',
  });
  return /queued as (\S+)/.exec(response)![1];
};

test('what a program hands in by SMTP is a message in the panel; the door is opened again when its process dies', async ({
  page,
}) => {
  const id = await hand('Recibo 13');
  await signIn(page, EMAIL, own.url);
  await page.goto(`${own.url}/messages/${id}`);
  await expect(page.getByRole('heading', { name: 'Recibo 13', level: 1 })).toBeVisible();
  await expect(page.getByText('ana@example.com').first()).toBeVisible();

  const pid = Number(readFileSync(join(own.dataDir, 'run', 'smtp.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  await expect(async () => {
    await hand('Recibo 14');
  }).toPass({ timeout: 30_000 });
});
