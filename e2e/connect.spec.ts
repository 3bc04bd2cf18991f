import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
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

test('a program that speaks the API of another provider is told its address and key', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL, own.url);
  await page.goto(`${own.url}/connect`);
  await page.getByText('Amazon SES API', { exact: true }).click();
  await expect(page.getByText('YOUR_SECRET_ACCESS_KEY')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create a pair' })).toBeDisabled();
  await page.getByRole('button', { name: 'Create a token' }).click();
  await page.getByRole('button', { name: 'Create a pair' }).click();
  const lines = page.getByText(/new SESv2Client/);
  await expect(lines).toContainText('/compat/ses');
  await expect(lines).toContainText('RLVA');
  await show(page, 'connect-api');
  await expectAccessible(page);

  // The lines as they are shown.
  const options = /new SESv2Client\((\{[\s\S]*\})\)/.exec((await lines.textContent())!)![1]!;
  const client = new SESv2Client(new Function(`return ${options}`)());
  await client.send(
    new SendEmailCommand({
      FromEmailAddress: 'clinic@example.com',
      Destination: { ToAddresses: ['ana@example.com'] },
      Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'x' } } } },
    }),
  );
  client.destroy();
  await expect(page.getByText('A message has come in: the program is connected.')).toBeVisible({
    timeout: 20_000,
  });

  await page.goto(`${own.url}/tokens`);
  await page.getByRole('link', { name: 'Amazon SES API' }).click();
  await expect(page.getByRole('heading', { name: 'Pairs for Amazon SES clients' })).toBeVisible();
  await show(page, 'token-pairs');
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Delete RLVA/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The pair was deleted.')).toBeVisible();
  browserConsole.expectNone();
});
