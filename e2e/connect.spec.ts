import { expect } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { freePort } from '@/lib/database/embedded/free-port';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';
import { test } from './support/test';

const EMAIL = 'door@example.com';
let own: System;
let port: number;

test.beforeAll(async () => {
  test.setTimeout(400_000);
  port = await freePort();
  own = await startSystem({ RELEVO_SMTP_PORT: String(port) });
  await own.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(own, {
    name: 'Sandbox',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'clinic@example.com',
  });
});

test.afterAll(() => own.stop());

test('a program is chosen, gets a token and its lines, and its first message is noticed', async ({
  page,
}) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL, own.url);
  await page.goto(`${own.url}/connect`);
  await expect(page.getByRole('heading', { name: 'Connect a program', level: 1 })).toBeVisible();
  await page.getByText('nodemailer', { exact: true }).click();
  await expect(page.getByText('YOUR_TOKEN')).toBeVisible();
  await page.getByRole('button', { name: 'Create a token' }).click();
  const lines = page.getByText(/createTransport/);
  await expect(lines).toContainText(`port: ${port}`);
  await expect(page.getByText('Nothing has come in with this token so far.')).toBeVisible();
  await show(page, 'connect');
  await expectAccessible(page);

  // The lines as they are shown.
  const options = /createTransport\((\{[\s\S]*\})\)/.exec((await lines.textContent())!)![1]!;
  const transport = createTransport(new Function(`return ${options}`)());
  await transport.sendMail({
    from: 'clinic@example.com',
    to: 'ana@example.com',
    subject: 'Hello',
    text: 'x',
  });
  transport.close();
  await expect(page.getByText('A message has come in: the program is connected.')).toBeVisible({
    timeout: 20_000,
  });
  browserConsole.expectNone();
});
