import { createServer, type Server } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type AiFake, aiFake, FAKE_KEY } from '@/lib/testing/ai/fake';
import { type System, startSystem } from '@/lib/testing/system';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn } from './support/panel';
import { startService } from './support/service';
import { show } from './support/show';

const t = translator('en');
const EMAIL = 'reply-rules@example.com';
const STRANGE = 'Zarnex quibble kappa lorem';
let system: System;
let service: Awaited<ReturnType<typeof startService>>;
let server: Server;
let fake: AiFake;
let token: string;

/** Says at RCPT what no table knows. */
function startStrangeServer(): Promise<number> {
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 mx.example ESMTP\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean))
        socket.write(
          /^RCPT/i.test(line) ? `550 ${STRANGE}\r\n` : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n',
        );
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
}

test.beforeAll(async () => {
  test.setTimeout(320_000);
  fake = aiFake('mistral', {
    says: () => ({
      means: 'user_unknown',
      permanent: 'yes',
      phrase: 'Zarnex quibble kappa',
      reason: 'The server knows nobody of this name.',
      confidence: 'high',
    }),
  });
  service = await startService((call) => fake.answer(call) as { status: number; body?: unknown });
  const port = await startStrangeServer();
  system = await startSystem({ RELEVO_PRIVATE_TARGETS: '127.0.0.0/8' });
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  const scopes = 'ai:write,settings:write,providers:write,messages:send,messages:read';
  token = (await system.relevo('token', 'create', '--name', 'rules', '--scopes', scopes)).trim();
  await api('POST', 'ai-providers', {
    name: 'Helper',
    kind: 'mistral',
    model: 'ok',
    endpoint: service.url,
    apiKey: FAKE_KEY,
  });
  await api('PATCH', 'settings', { ai: { sort: true } });
  await api('POST', 'providers', {
    name: 'Strange',
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none' },
    fromEmail: 'clinic@example.com',
  });
});
test.afterAll(async () => {
  await system?.stop();
  await service?.close();
  server?.close();
});

async function api<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${system.url}/api/v1/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  expect(response.ok, await response.clone().text()).toBe(true);
  return (await response.json()) as T;
}

type Message = { id: string; attempts: { outcomes: { fault?: string; rule?: { name: string } }[] }[] };

/** Sent, and tried once. */
async function refused(to: string): Promise<Message> {
  const { id } = await api<{ id: string }>('POST', 'messages', {
    to,
    subject: 'Receipt',
    text: 'Thank you.',
  });
  let message: Message | undefined;
  await expect
    .poll(
      async () => {
        message = await api<Message>('GET', `messages/${id}`);
        return message.attempts.some(({ outcomes }) => outcomes.length > 0);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return message!;
}

const dialog = (page: Page) => page.getByRole('dialog');

test('what no table knows is proposed to be something, saved as a rule, and judged by that the next time', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const before = await refused('ana@example.com');
  expect(before.attempts[0]!.outcomes[0]).toMatchObject({ fault: 'provider', unsorted: true });
  await signIn(page, EMAIL, system.url);
  await page.goto(system.url);
  await chooseTechnical(page);

  await page.goto(`${system.url}${paths.message(before.id)}`);
  await settled(page);
  await page
    .getByRole('button', { name: t('ai.sort.ask') })
    .first()
    .click();
  await expect(page.getByText(t('ai.sort.title', { provider: 'Helper' })).first()).toBeVisible();
  await expect(page.getByText(t('ai.sort.phrase', { phrase: 'Zarnex quibble kappa' })).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'reply-proposed');
  await page
    .getByRole('button', { name: t('ai.sort.makeRule') })
    .first()
    .click();
  await expect(dialog(page).getByLabel(t('suppressions.replies.form.phrase'))).toHaveValue(
    'Zarnex quibble kappa',
  );
  await dialog(page).getByLabel(t('suppressions.replies.form.name')).fill('Zarnex');
  await expectAccessible(page);
  await show(page, 'reply-rule-form');
  await dialog(page)
    .getByRole('button', { name: t('suppressions.replies.form.submit') })
    .click();
  await expect(page.getByText(t('ai.sort.made')).first()).toBeVisible();
  expect(fake.flaws).toEqual([]);

  // Every process knows it within a second.
  await expect
    .poll(async () => (await refused(`ben${Date.now()}@example.com`)).attempts[0]!.outcomes[0]!.rule?.name, {
      timeout: 30_000,
    })
    .toBe('Zarnex');
  const after = await refused('eva@example.com');
  await page.goto(`${system.url}${paths.message(after.id)}`);
  await settled(page);
  await page.getByRole('link', { name: 'Zarnex', exact: true }).first().click();
  await expect(page.getByRole('region', { name: 'Zarnex', exact: true })).toBeVisible();
  await expectAccessible(page);
  await show(page, 'reply-rules');

  // And what it would make of others can be tried.
  await page.getByLabel(t('suppressions.replies.try.text')).fill(`550 5.0.0 ${STRANGE}`);
  await page.getByRole('button', { name: t('suppressions.replies.try.button'), exact: true }).click();
  await expect(
    page.getByText(t('suppressions.replies.means.user_unknown'), { exact: false }).first(),
  ).toBeVisible();
  await page.getByLabel(t('suppressions.replies.tables.search')).fill('postgrey');
  await expect(page.getByText(/postgrey/).first()).toBeVisible();
  await expectAccessible(page);
  await show(page, 'reply-tried');
});
