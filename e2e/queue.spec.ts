import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { type MailServer, startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo, removeProviders } from './support/providers';
import { test } from './support/test';
import { press } from './support/wizard';

const t = translator('en');

/** Fails at the provider of that name only. */
const DOWN_AT_MAIN = 'down+Queue-main@example.com';
const EMAIL = 'queue@example.com';
let token = '';
let mailServer: MailServer;

test.beforeAll(async ({ system }) => {
  mailServer = await startMailServer(RELAY_PASSWORD);
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(
    system,
    relayTo(mailServer, { name: 'Queue-backup', priority: 99 }),
    relayTo(mailServer, { name: 'Queue-main', priority: 100, fallback: 'Queue-backup' }),
  );
  // What fails is parked at once: nobody waits for a retry here, nor for a breaker that all these failures would open.
  await system.relevo(
    'settings',
    'set',
    'delivery.retries.faultMinutes=[]',
    'delivery.retries.immediateTries=1',
    'delivery.breaker.failures=1000',
  );
  const scopes = 'messages:send,messages:read,messages:write';
  token = (await system.relevo('token', 'create', '--name', 'queue', '--scopes', scopes)).trim();
});

test.afterAll(async ({ system }) => {
  const changed = ['retries.faultMinutes', 'breaker.failures', 'queue.pausedPriorities'];
  await system.relevo('settings', 'reset', ...changed.map((name) => `delivery.${name}`));
  await removeProviders(system, 'Queue-main', 'Queue-backup');
  await mailServer.close();
});

test.beforeEach(async ({ page }) => {
  await signIn(page, EMAIL);
});

async function post(request: APIRequestContext, path: string, data: object): Promise<{ id: string }> {
  const answer = await request.post(`/api/v1/${path}`, {
    headers: { authorization: `Bearer ${token}` },
    data,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

const send = (request: APIRequestContext, message: object) =>
  post(request, 'messages', {
    to: 'ana@example.com',
    text: 'Thank you.',
    providers: ['Queue-main'],
    ...message,
  });

/** By the form of the panel, up to what became of it. */
async function compose(page: Page, to: string, subject: string, provider?: string): Promise<void> {
  await page.goto('/messages/compose?example=true');
  const box = (key: string) => page.getByRole('textbox', { name: t(`messages.compose.${key}`), exact: true });
  const recipients = page.getByRole('textbox', { name: t('messages.compose.to'), exact: true });
  await recipients.press('Backspace');
  await recipients.fill(to);
  await recipients.press('Enter');
  await box('subject').fill(subject);
  if (provider) {
    await page.getByRole('combobox', { name: t('messages.compose.provider') }).click();
    await page.getByRole('option', { name: provider, exact: true }).click();
  }
  await press(page, 'messages.compose.send');
}

const expectStatus = (page: Page, status: string) =>
  expect(page.getByRole('status').getByText(t(`messages.status.${status}`), { exact: true })).toBeVisible({
    timeout: 20_000,
  });

const confirm = (page: Page, label: string) =>
  page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();

test('failover: the message goes out by another provider, and the page says from whom to whom', async ({
  page,
}) => {
  const browserConsole = watchConsole(page);
  await compose(page, DOWN_AT_MAIN, 'Receipt by the second way');
  await expectStatus(page, 'sent');
  await page.getByRole('link', { name: t('messages.compose.open') }).click();
  await expect(page.getByRole('heading', { name: 'Receipt by the second way' })).toBeVisible();
  await expect(page.getByText(t('messages.attempt.refused', { provider: 'Queue-main' }))).toBeVisible();
  await expect(
    page.getByText(t('messages.failover', { from: 'Queue-main', to: 'Queue-backup' })),
  ).toBeVisible();
  await expect(page.getByText(t('messages.attempt.accepted', { provider: 'Queue-backup' }))).toBeVisible();
  // What other specs left waiting may have come along.
  const subjects = mailServer.mails.map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject === 'Receipt by the second way')).toHaveLength(1);
  browserConsole.expectNone();
});

test('parking: nobody takes it, it is kept; it goes out by itself when its provider is resumed', async ({
  page,
  request,
}) => {
  test.setTimeout(90_000);
  const browserConsole = watchConsole(page);
  await page.goto('/queue');
  await page.getByRole('button', { name: t('providers.pauseOne', { name: 'Queue-main' }) }).click();
  await expect(page.getByText(t('providers.paused', { name: 'Queue-main' }))).toBeVisible();
  const { id } = await send(request, { subject: 'Receipt that waits' });
  await page.goto(`/messages/${id}`);
  await expectStatus(page, 'parked');
  await expect(page.getByText(t('messages.event.parked'))).toBeVisible();
  await page.goto('/queue');
  await expect(page.getByText(t('queue.providers.withoutProvider', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('providers.resumeOne', { name: 'Queue-main' }) }).click();
  await expect(page.getByText(t('providers.resumed', { name: 'Queue-main' }))).toBeVisible();
  await page.goto(`/messages/${id}`);
  await expectStatus(page, 'sent');
  await expect(page.getByText(t('messages.event.released'))).toBeVisible();
  browserConsole.expectNone();
});

test('resend: one message, and all that is parked of a provider after a count', async ({ page, request }) => {
  test.setTimeout(90_000);
  const browserConsole = watchConsole(page);
  await test.step('a message that failed is parked; sent again it is tried again', async () => {
    await compose(page, DOWN_AT_MAIN, 'Receipt nobody takes', 'Queue-main');
    await expectStatus(page, 'parked');
    await page.getByRole('link', { name: t('messages.compose.open') }).click();
    await press(page, 'messages.resend.button');
    await confirm(page, t('messages.resend.confirm'));
    await expect(page.getByText(t('messages.resend.done'))).toBeVisible();
    await expect(page.getByText(t('messages.attempt.refused', { provider: 'Queue-main' }))).toHaveCount(2);
    await expect(page.getByText(t('messages.event.resent'))).toBeVisible();
  });

  await test.step('all of a provider', async () => {
    await send(request, { to: DOWN_AT_MAIN, subject: 'Another nobody takes' });
    await page.goto('/queue');
    const again = page.getByRole('button', {
      name: t('messages.resendMany.parkedLabel', { count: 2, name: 'Queue-main' }),
    });
    await again.click({ timeout: 20_000 });
    const dialog = page.getByRole('dialog', { name: t('messages.resendMany.title', { count: 2 }) });
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await confirm(page, t('messages.resendMany.confirm', { count: 2 }));
    await expect(page.getByText(t('messages.resendMany.done', { count: 2 }))).toBeVisible();
  });
  browserConsole.expectNone();
});

test('resend: everything that the filters of the list match', async ({ page, request }) => {
  test.setTimeout(90_000);
  const browserConsole = watchConsole(page);
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  for (const nr of [1, 2, 3]) {
    const { id } = await send(request, { subject: `Reminder ${nr}`, tags: ['reminders'], scheduledAt });
    await post(request, `messages/${id}/cancel`, {});
  }
  await page.goto('/messages?tag=reminders');
  const again = page.getByRole('button', { name: t('messages.resendMany.button') });
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  await page.goto('/messages?tag=reminders&status=canceled');
  await expect(page.getByRole('link', { name: /^Reminder/ })).toHaveCount(3);
  await again.click();
  await expect(
    page.getByRole('dialog', { name: t('messages.resendMany.title', { count: 3 }) }),
  ).toBeVisible();
  await confirm(page, t('messages.resendMany.confirm', { count: 3 }));
  await expect(page.getByText(t('messages.resendMany.done', { count: 3 }))).toBeVisible();
  await page.goto('/messages?tag=reminders&status=sent');
  await expect(page.getByRole('link', { name: /^Reminder/ })).toHaveCount(3, { timeout: 20_000 });
  browserConsole.expectNone();
});

test('a paused priority waits, whatever restarts; resumed, it goes out', async ({
  system,
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const browserConsole = watchConsole(page);
  const name = t('queue.priority.urgent');
  await page.goto('/queue');
  await page.getByRole('button', { name: t('queue.pause.label', { name }), exact: true }).click();
  await confirm(page, t('queue.pause.confirm', { name }));
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row.getByText(t('queue.paused'))).toBeVisible();
  await expect(page.getByText(t('shell.status.flow.degraded'))).toBeVisible();
  await page.getByText(t('shell.status.flow.degraded')).click();
  await expect(page.getByText(t('shell.status.reasons.paused'))).toBeVisible();

  const { id } = await send(request, { subject: 'Sign-in code', priority: 'urgent' });
  const { id: other } = await send(request, { subject: 'Newsletter', priority: 'low' });
  await page.goto(`/messages/${other}`);
  await expectStatus(page, 'sent');
  await restartWorker(system.dataDir, request);
  await page.goto(`/messages/${id}`);
  await expectStatus(page, 'queued');

  await page.goto('/queue');
  await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('queue.resume.label', { name }), exact: true }).click();
  await expect(page.getByText(t('queue.resume.done', { name }))).toBeVisible();
  await page.goto(`/messages/${id}`);
  await expectStatus(page, 'sent');
  browserConsole.expectNone();
});

async function restartWorker(dataDir: string, request: APIRequestContext): Promise<void> {
  const workers = async (): Promise<{ pid: number; alive: boolean }[]> => {
    const answer = await request.get('/api/v1/workers', { headers: { authorization: `Bearer ${token}` } });
    return (await answer.json()).data;
  };
  const pid = Number(readFileSync(join(dataDir, 'run', 'worker.pid'), 'utf8'));
  process.kill(pid, 'SIGTERM');
  const isBack = async () => (await workers()).some((worker) => worker.alive && worker.pid !== pid);
  await expect.poll(isBack, { timeout: 40_000 }).toBe(true);
}
