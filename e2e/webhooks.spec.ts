import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'webhooks@example.com';

type Call = { headers: IncomingHttpHeaders; body: string };
let system: System;
let server: Server;
let address: string;
let answer = 204;
const calls: Call[] = [];

/** One that may call this machine, and a program of ours that listens. */
test.beforeAll(async () => {
  test.setTimeout(320_000);
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answer).end(answer === 204 ? undefined : 'Not today');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/relevo`;
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, { name: 'Keep', kind: 'sandbox', settings: {}, fromEmail: 'a@example.com' });
});
test.afterAll(async () => {
  await system?.stop();
  server?.closeAllConnections();
  server?.close();
});

const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');
const ofType = (type: string) => calls.filter(({ body }) => JSON.parse(body).type === type);

/** By the text of Standard Webhooks: HMAC-SHA256 of `id.timestamp.body`, with what the secret says in base64. */
function signatureOf({ headers, body }: Call, secret: string): string {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

test('a webhook is added, told with a right signature, tested, and told again from the panel', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.webhooks()}`);
  await expect(page.getByRole('heading', { level: 1, name: t('webhooks.title') })).toBeVisible();
  await settled(page);
  await expect(page.getByText(t('webhooks.empty.title'))).toBeVisible();
  await expectAccessible(page);
  await show(page, 'webhooks-empty');

  const secret = await test.step('it is added, and its secret shown once', async () => {
    await main(page)
      .getByRole('button', { name: t('webhooks.create') })
      .first()
      .click();
    await dialog(page)
      .getByRole('textbox', { name: t('webhooks.form.name') })
      .fill('Shop');
    const url = dialog(page).getByRole('textbox', { name: t('webhooks.form.url') });
    await url.fill('https://169.254.169.254/latest');
    await dialog(page)
      .getByRole('button', { name: t('webhooks.form.submit') })
      .click();
    await expect(
      dialog(page)
        .getByText(/169\.254\.169\.254 is a private address/)
        .first(),
    ).toBeVisible();
    await url.fill(address);
    await dialog(page)
      .getByRole('button', { name: t('webhooks.form.submit') })
      .click();
    await expect(dialog(page).getByText(t('webhooks.reveal.once'))).toBeVisible();
    const shown = ((await dialog(page).locator('pre').first().textContent()) ?? '').trim();
    await dialog(page)
      .getByRole('button', { name: t('webhooks.reveal.done') })
      .click();
    await expect(dialog(page)).toHaveCount(0);
    return shown;
  });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/=]+$/);

  const message = await test.step('a message is told, signed', async () => {
    const sent = await system.relevo(
      'message',
      'send',
      '--to',
      'ana@example.com',
      '--subject',
      'Hi',
      '--text',
      'Hi',
      '--json',
    );
    const { id } = JSON.parse(sent) as { id: string };
    await expect.poll(() => ofType('message.captured').length, { timeout: 30_000 }).toBe(1);
    const [captured] = ofType('message.captured');
    expect(JSON.parse(captured!.body).data).toMatchObject({ messageId: id, recipient: 'ana@example.com' });
    expect(captured!.headers['webhook-signature']).toBe(signatureOf(captured!, secret));
    return id;
  });

  await main(page).getByRole('link', { name: 'Shop' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Shop' })).toBeVisible();
  await settled(page);
  await expect(main(page).getByText(t('webhooks.deliveries.states.delivered')).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'webhook');

  await test.step('the test button says what came back', async () => {
    await main(page)
      .getByRole('button', { name: t('webhooks.test.button'), exact: true })
      .click();
    await expect(page.getByText(t('webhooks.test.ok')).first()).toBeVisible();
    expect(ofType('webhook.test')).toHaveLength(1);
  });

  await test.step('a delivery is looked at and told again, by its own id', async () => {
    const kept = t('webhooks.events.message_captured');
    await main(page)
      .getByRole('button', { name: t('webhooks.deliveries.lookAt', { event: kept }) })
      .click();
    await expect(dialog(page).getByText(message).first()).toBeVisible();
    await dialog(page)
      .getByRole('button', { name: t('webhooks.deliveries.replayOne'), exact: true })
      .click();
    await expect(dialog(page)).toHaveCount(0);
    await expect.poll(() => ofType('message.captured').length, { timeout: 30_000 }).toBe(2);
    const [first, second] = ofType('message.captured');
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.body).toBe(first!.body);
  });

  await test.step('what it did not take is told again as a span', async () => {
    answer = 410;
    await system.relevo('message', 'send', '--to', 'luis@example.com', '--subject', 'Hi', '--text', 'Hi');
    await expect(main(page).getByText(t('webhooks.trouble.stopped.gone'))).toBeVisible({ timeout: 30_000 });
    await show(page, 'webhook-stopped');
    answer = 204;
    await main(page)
      .getByRole('button', { name: t('webhooks.on.button'), exact: true })
      .click();
    await expect(main(page).getByText(t('webhooks.trouble.stopped.gone'))).toHaveCount(0);
    const before = calls.length;
    await main(page)
      .getByRole('button', { name: t('webhooks.deliveries.replay') })
      .click();
    await dialog(page)
      .getByRole('button', { name: t('webhooks.replay.confirm'), exact: true })
      .click();
    await expect(dialog(page)).toHaveCount(0);
    await expect.poll(() => calls.length, { timeout: 30_000 }).toBeGreaterThan(before);
  });
  browserConsole.expectNone();
});

test('by the command it is listed, tested and removed', async () => {
  const made = await system.relevo(
    'webhook',
    'add',
    address,
    '--name',
    'Billing',
    '--events',
    'message.bounced',
  );
  expect(made.trim()).toMatch(/^whsec_/);
  expect(await system.relevo('webhook', 'list')).toContain('Billing');
  expect(await system.relevo('webhook', 'test', 'Billing')).toContain('taken: 204');
  await system.relevo('webhook', 'remove', 'Billing');
  expect(await system.relevo('webhook', 'list')).not.toContain('Billing');
});
