import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type MailServer, startMailServer } from './support/mail-server';
import { expectAccessible, PASSWORD, signIn, watchConsole } from './support/panel';
import { addProviders, RELAY_PASSWORD, relayTo, removeProviders } from './support/providers';
import { test } from './support/test';

const en = translator('en');
const es = translator('es');
const EMAIL = 'story@example.com';
const PROVIDERS = ['Story-main', 'Story-backup'];

let mailServer: MailServer;
let headers: Record<string, string>;

test.beforeAll(async ({ system }) => {
  mailServer = await startMailServer(RELAY_PASSWORD);
  await addProviders(
    system,
    relayTo(mailServer, { name: 'Story-backup', priority: 10 }),
    relayTo(mailServer, { name: 'Story-main', priority: 90, fallback: 'Story-backup' }),
  );
  const [token] = await Promise.all([
    system.relevo(
      'token',
      'create',
      '--name',
      'story',
      '--scopes',
      'messages:send,messages:read,messages:write',
    ),
    system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD),
  ]);
  headers = { authorization: `Bearer ${token.trim()}` };
});

test.afterAll(async ({ system }) => {
  await removeProviders(system, ...PROVIDERS);
  await mailServer.close();
});

/** Up to its first outcome. */
async function send(request: APIRequestContext, message: object): Promise<{ id: string; summary: string }> {
  const answer = await request.post('/api/v1/messages', {
    headers: { ...headers, prefer: 'wait=20' },
    data: { text: 'Thank you.', providers: PROVIDERS, ...message },
  });
  return answer.json();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a message tells who took over, whom it missed, and who did what to it; the way back keeps the filters', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const browserConsole = watchConsole(page);
  await signIn(page, EMAIL);
  const story = page.getByRole('region', { name: en('messages.timeline.title') });

  await test.step('failover is told in the summary, and by each try', async () => {
    const { id } = await send(request, { to: 'down+Story-main@example.com', subject: 'By the second way' });
    await page.goto(paths.message(id));
    const [from, to] = PROVIDERS as [string, string];
    await expect(page.getByRole('status').getByText(en('messages.failover', { from, to }))).toBeVisible();
    await expect(story.getByText(en('messages.attempt.refused', { provider: from }))).toBeVisible();
    await expect(story.getByText(en('messages.attempt.accepted', { provider: to }))).toBeVisible();
    await expect(story.getByText(en('messages.why.tookOver', { provider: to, after: from }))).toBeVisible();
    // What the first one said is told once on the whole page.
    await expect(page.getByText('4.3.2 Service not available')).toHaveCount(1);
    const edit = page.getByRole('link', { name: en('messages.editAgain') });
    await expect(edit).toHaveAttribute('href', paths.compose({ from: id }));
  });

  await test.step('sent to some: the address is corrected, and only that one gets it', async () => {
    const subject = 'To four of them';
    const to = ['ana@example.com', 'luis@example.com', 'eva@example.com', 'malo@example.com'];
    const { id, summary } = await send(request, { to, subject });
    expect(summary).toBe('Sent to 3 of 4; malo@example.com refused');
    await page.goto(paths.messages({ q: subject }));
    await expect(page.getByText(en('messages.partly.sent', { reached: 3, of: 4 })).first()).toBeVisible();
    await expect(page.getByText('malo@example.com refused').first()).toBeVisible();
    await page.getByRole('link', { name: subject }).first().click();
    await expect(page.getByRole('status').getByText(summary)).toBeVisible();
    await expectAccessible(page);

    await press(page, en('messages.correct.button'));
    await page.getByLabel(en('messages.correct.right')).fill('bueno@example.com');
    await press(page, en('messages.correct.submit'));
    await expect(page).not.toHaveURL(paths.message(id));
    await expect(
      story.getByText(
        en('messages.timeline.correction', {
          right: 'bueno@example.com',
          wrong: 'malo@example.com',
          more: 0,
        }),
      ),
    ).toBeVisible();
    await expect(story.getByText(en('messages.attempt.accepted', { provider: 'Story-main' }))).toBeVisible();
    const got = mailServer.mails.filter((mail) => mail.subject === subject).at(-1)!;
    expect([got.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))).toEqual([
      'bueno@example.com',
    ]);

    await page.getByRole('link', { name: en('messages.timeline.openOriginal') }).click();
    await expect(page).toHaveURL(paths.message(id));
    await expect(story.getByText(en('messages.timeline.by', { name: EMAIL }))).toBeVisible();
    const main = page.getByRole('main');
    await main.getByRole('link', { name: en('messages.title'), exact: true }).click();
    await expect(page).toHaveURL(/\/messages\?q=To/);
  });

  browserConsole.expectNone();
});

test('in Spanish: moved and canceled by whom, and what cannot be done says why', async ({
  page,
  request,
}) => {
  const subject = 'Más tarde';
  const scheduledAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await send(request, { to: 'ana@example.com', subject, scheduledAt });
  await signIn(page, EMAIL);
  await page.goto(paths.message(id));
  await page.getByRole('button', { name: /^Menu of / }).click();
  await page.getByRole('menuitem', { name: 'Español' }).click();
  const story = page.getByRole('region', { name: es('messages.timeline.title') });
  const by = story.getByText(es('messages.timeline.by', { name: EMAIL }));

  await press(page, es('messages.move.button'));
  await page.getByLabel(es('messages.move.time'), { exact: true }).fill('2030-06-01T09:00');
  await press(page, es('messages.move.submit'));
  await expect(by).toHaveCount(1);
  await expect(story.getByText(/Hora cambiada: 1 jun 2030/)).toBeVisible();

  await press(page, es('messages.cancel.button'));
  const dialog = page.getByRole('dialog', { name: es('messages.cancel.title') });
  await dialog.getByRole('button', { name: es('messages.cancel.confirm') }).click();
  await expect(story.getByText(es('messages.event.canceled')).first()).toBeVisible();
  await expect(by).toHaveCount(2);
  await press(page, es('common.notNow'));
  const state = es('messages.status.canceled');
  await expect(page.getByText(es('messages.sendNow.notNow', { status: state }))).toBeVisible();
  await expect(page.getByText(es('messages.cancel.notNow', { status: state }))).toBeVisible();
  await expectAccessible(page);
});
