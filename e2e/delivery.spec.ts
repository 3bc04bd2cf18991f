import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import type { System } from '@/lib/testing/system';
import { startMailServer } from './support/mail-server';
import { PASSWORD, signIn } from './support/panel';
import { RELAY_PASSWORD, relayTo, removeProviders } from './support/providers';
import { test } from './support/test';

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function addProvider(system: System, provider: object): Promise<void> {
  const file = join(system.dataDir, 'provider.json');
  writeFileSync(file, JSON.stringify(provider));
  await system.relevo('provider', 'add', '--file', file);
}

async function makeToken(system: System): Promise<string> {
  return (
    await system.relevo('token', 'create', '--name', 'billing', '--scopes', 'messages:send,messages:read')
  ).trim();
}

async function statusOf(
  request: APIRequestContext,
  headers: Record<string, string>,
  id: string,
): Promise<string> {
  // The web process may be starting again: that is no answer yet.
  const response = await request.get(`/api/v1/messages/${id}`, { headers }).catch(() => null);
  return response?.ok() ? (await response.json()).status : 'no answer';
}

test.afterAll(({ system }) => removeProviders(system, 'Own server', 'Slow sandbox'));

test('a mail of 3 MB of text is taken whole', async ({ system, request }) => {
  const headers = { authorization: `Bearer ${await makeToken(system)}` };
  const text = 'Your statement, line by line.\n'.repeat(100_000);
  const message = { from: 'bank@example.com', to: 'ana@example.com', subject: 'Statement', text };
  const accepted = await request.post('/api/v1/messages', { headers, data: message });
  expect(accepted.status()).toBe(202);
  const { id } = await accepted.json();
  const kept = await (await request.get(`/api/v1/messages/${id}`, { headers })).json();
  expect(kept.sizeBytes).toBeGreaterThanOrEqual(text.length);
});

test('a program sends a PDF receipt with commands and one request; an administrator sees it sent', async ({
  system,
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const mailServer = await startMailServer(RELAY_PASSWORD);
  try {
    const pdf = randomBytes(200 * 1024);
    await system.relevo('admin', 'create', '--email', 'receipts@example.com', '--password', PASSWORD);
    await addProvider(system, relayTo(mailServer, { name: 'Own server', priority: 90 }));
    const token = await makeToken(system);
    const answer = await request.post('/api/v1/messages', {
      headers: { authorization: `Bearer ${token}`, prefer: 'wait=10', 'accept-language': 'es' },
      data: {
        to: 'Ana Núñez <ana@example.net>',
        subject: 'Recibo nº 13',
        html: '<p>Gracias por su pago.</p>',
        text: 'Gracias por su pago.',
        attachments: [
          { filename: 'recibo-13.pdf', contentType: 'application/pdf', content: pdf.toString('base64') },
        ],
        providers: ['Own server'],
      },
    });
    expect(answer.status()).toBe(200);
    const { id, ...outcome } = await answer.json();
    expect(outcome).toEqual({ status: 'sent', provider: 'Own server', summary: 'Enviado con Own server' });
    // What other specs left waiting may have come along.
    const mail = mailServer.mails.find(({ subject }) => subject === 'Recibo nº 13');
    expect(mail?.attachments[0]?.filename).toBe('recibo-13.pdf');
    expect(sha256(mail!.attachments[0]!.content)).toBe(sha256(pdf));

    await signIn(page, 'receipts@example.com');
    await page.goto(`/messages/${id}`);
    await expect(page.getByRole('heading', { name: 'Recibo nº 13' })).toBeVisible();
    await expect(page.getByText('Own server').first()).toBeVisible();
    await expect(page.getByText(/250 2\.0\.0 Ok: queued as E2E\d+/).first()).toBeVisible();
  } finally {
    await mailServer.close();
  }
});

test('a worker killed between accept and send loses nothing', async ({ system, request }) => {
  test.setTimeout(120_000);
  await addProvider(system, {
    name: 'Slow sandbox',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'clinic@example.com',
  });
  const headers = { authorization: `Bearer ${await makeToken(system)}` };
  const ids: string[] = [];
  for (let n = 0; n < 5; n++) {
    const data = { to: 'slow@sandbox.test', subject: `Message ${n}`, text: 'x', providers: ['Slow sandbox'] };
    ids.push((await (await request.post('/api/v1/messages', { headers, data })).json()).id);
  }
  process.kill(Number(readFileSync(join(system.dataDir, 'run', 'worker.pid'), 'utf8')), 'SIGKILL');
  const statuses = () => Promise.all(ids.map((id) => statusOf(request, headers, id)));
  await expect.poll(statuses, { timeout: 60_000 }).toEqual(ids.map(() => 'captured'));
});
