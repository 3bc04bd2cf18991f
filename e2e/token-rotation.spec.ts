import { expect, type Page, test } from '@playwright/test';
import type postgres from 'postgres';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { type System, startSystem } from '@/lib/testing/system';
import { openDatabase } from './support/database';
import { expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { addProviders } from './support/providers';
import { rotateUnderLoad } from './support/rotate-under-load';

const t = translator('en');
const EMAIL = 'keys@example.com';

let system: System;
let sql: postgres.Sql;

/** One with a clock of its own, and no provider but a sandbox, which is where its mails are read. */
test.beforeAll(async () => {
  test.setTimeout(320_000);
  system = await startSystem();
  sql = openDatabase(system);
  await system.relevo('admin', 'create', '--email', EMAIL, '--password', PASSWORD);
  await addProviders(system, {
    name: 'Keep',
    kind: 'sandbox',
    settings: {},
    fromEmail: 'relevo@example.com',
  });
});
test.afterAll(async () => {
  await sql?.end();
  await system?.stop();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const ask = (token: string, path = '/api/v1/messages?limit=1', body?: object) =>
  fetch(`${system.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
const makeToken = async (name: string, ...more: string[]) =>
  (
    await system.relevo('token', 'create', '--name', name, '--scopes', 'messages:send,messages:read', ...more)
  ).trim();
const idOf = async (name: string) => (await sql`select id from tokens where name = ${name}`)[0]!.id as string;

test('a token rotates by itself; its new secret is picked up once by the link of the mail, and never again', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const browserConsole = watchConsole(page, /409/);
  // Known everywhere within a second.
  await system.relevo('settings', 'set', 'security.tokenGraceHours=48');
  await signIn(page, EMAIL, system.url);

  await test.step('set to do so in the panel, with the grace that the settings say', async () => {
    await page.goto(`${system.url}/tokens?new=true`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: t('tokens.form.name') }).fill('Till 7');
    await button(page, t('tokens.presets.follow')).click();
    await button(page, t('tokens.form.more')).click();
    await expect(dialog.getByRole('textbox', { name: t('tokens.form.graceHours') })).toHaveValue('48');
    await dialog.getByRole('textbox', { name: t('tokens.form.everyDays') }).fill('30');
    await dialog.getByRole('textbox', { name: t('tokens.form.responsible') }).fill(EMAIL);
    await button(page, t('tokens.form.submit')).click();
    await expect(dialog.getByText(t('tokens.reveal.once'))).toBeVisible();
  });
  const old = ((await page.getByRole('dialog').locator('pre').first().textContent()) ?? '').trim();
  await button(page, t('tokens.reveal.done')).click();

  const link = await test.step('thirty days later a mail with a link is there', async () => {
    await sql`update tokens set rotate_at = now() - interval '1 second' where name = 'Till 7'`;
    await sql`select graphile_worker.add_job('keep-tokens', '{}'::json)`;
    await expect(async () => {
      await page.goto(`${system.url}/messages`);
      const subject = t('tokens.mails.pickUp.subject', { name: 'Till 7' });
      await page.getByRole('link', { name: subject }).first().click({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    // The panel shows it to nobody: it is for whom the mail went to.
    await page.waitForURL(/\/messages\/[0-9a-f-]{36}/);
    const [{ text, id }] = await sql<
      [{ text: string; id: string }]
    >`select "text", message_id as id from message_bodies where "text" like '%/pick-up/%'`;
    const [sent, code = ''] = /\S+\/tokens\/pick-up\/([\w-]+)/.exec(text)!;
    const preview = await page.request.get(`${system.url}/api/v1/messages/${id}/preview`);
    const shown = `${await preview.text()} ${await page.content()}`;
    expect(shown).toContain('/tokens/pick-up/…');
    expect(shown).not.toContain(code);
    return sent;
  });

  await test.step('the old secret works on, and the page of the token says that a new one waits', async () => {
    expect((await ask(old)).status).toBe(200);
    await page.goto(`${system.url}${paths.token(await idOf('Till 7'))}`);
    await expect(page.getByText(/A new secret \(….{4}\) waits to be picked up/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('the link gives it, to a press and not to being opened', async () => {
    await page.goto(link);
    await settled(page);
    await page.reload();
    await button(page, t('tokens.pickUp.show')).click();
    await expect(page.getByText(t('tokens.reveal.once'))).toBeVisible();
    await expectAccessible(page);
  });
  const fresh = ((await page.locator('main pre').first().textContent()) ?? '').trim();
  const [before, after] = [await ask(old), await ask(fresh)];
  expect([before.status, after.status]).toEqual([200, 200]);
  const left = Date.parse(before.headers.get('sunset')!) - Date.now();
  expect(left / 3_600_000).toBeGreaterThan(47.9);
  expect(left / 3_600_000).toBeLessThanOrEqual(48);
  expect(after.headers.get('sunset')).toBeNull();

  await test.step('and never again', async () => {
    await page.goto(link);
    await button(page, t('tokens.pickUp.show')).click();
    await expect(page.getByRole('alert').getByText(t('refusals.link_used', { who: EMAIL }))).toBeVisible();
    await page.goto(`${system.url}${paths.pickUp('x'.repeat(43))}`);
    await button(page, t('tokens.pickUp.show')).click();
    await expect(page.getByRole('alert').getByText(t('tokens.pickUp.unknown'))).toBeVisible();
    expect((await sql`select id from token_secrets where token_id = ${await idOf('Till 7')}`).length).toBe(2);
  });
  browserConsole.expectNone();
});

test('what comes with a test token stays in a sandbox, and says so', async ({ page }) => {
  const token = await makeToken('Rehearsal', '--kind', 'test');
  const body = { to: 'eva@example.com', subject: 'A rehearsal', text: 'Nobody gets this.' };
  const { id } = (await (await ask(token, '/api/v1/messages', body)).json()) as { id: string };
  await expect
    .poll(async () => {
      const { status, test } = (await (await ask(token, `/api/v1/messages/${id}`)).json()) as Record<
        string,
        unknown
      >;
      return { status, test };
    })
    .toEqual({ status: 'captured', test: true });
  await signIn(page, EMAIL, system.url);
  await page.goto(`${system.url}${paths.message(id)}`);
  await expect(page.getByRole('heading', { name: 'A rehearsal' })).toBeVisible();
  await expect(page.getByText(t('messages.outcome.captured'))).toBeVisible();
  await expect(page.getByText(t('messages.facts.test'))).toBeVisible();
  await page.goto(`${system.url}${paths.token(await idOf('Rehearsal'))}`);
  await expect(page.getByText(t('tokens.mayDo.test'))).toBeVisible();
});

test('at fifty requests a second nobody is refused within the grace time, and everybody with the old secret after it', async () => {
  const { first, during, late } = await rotateUnderLoad(await makeToken('Load'), system.url, {
    perSecond: 50,
    graceSeconds: 4,
    each: 40,
  });
  expect(first).toEqual({ '200': first['200'] });
  // By the old and the new secret in turns.
  expect(during.old).toEqual({ '200': during.old['200'] });
  expect(during.fresh).toEqual({ '200': during.fresh['200'] });
  expect(Math.min(during.old['200']!, during.fresh['200']!)).toBeGreaterThan(60);
  expect(late.fresh).toEqual({ '200': late.fresh['200'] });
  expect(late.old).toEqual({ '401 token_superseded': late.old['401 token_superseded'] });
});
