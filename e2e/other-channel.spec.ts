import { expect } from '@playwright/test';
import type postgres from 'postgres';
import { translator } from '@/lib/i18n/translate';
import { newId } from '@/lib/ids';
import { openDatabase } from './support/database';
import { chooseTechnical, expectAccessible, PASSWORD, settled, signIn, watchConsole } from './support/panel';
import { test } from './support/test';

const t = translator('en');
const id = newId();

let sql: postgres.Sql;

/** A message of a channel that this version does not know: no subject, no sender, a ring number for an address. */
test.beforeAll(async ({ system }) => {
  await system.relevo('admin', 'create', '--email', 'loft@example.com', '--password', PASSWORD);
  sql = openDatabase(system);
  const to = 'PY-2026-0013';
  await sql`
    insert into messages (id, channel, status, priority, category, recipients, recipient_addresses, tags, size_bytes, accepted_by_type,
      accepted_at, finished_at)
    values (${id}, 'pigeon', 'failed', 2, 'transactional', ${sql.json([{ kind: 'to', address: to, status: 'failed' }])},
      ${[to.toLowerCase()]}, ${[] as string[]}, 10, 'token', now(), now())`;
  await sql`insert into message_bodies (message_id, "text", words) values (${id}, 'Come home.', array_to_tsvector(array['py']))`;
});

/** The other specs know of no such message. */
test.afterAll(async () => {
  await sql`delete from messages where id = ${id}`;
  await sql`delete from message_bodies where message_id = ${id}`;
  await sql.end();
});

test('a message of another channel is shown by what it has', async ({ page }) => {
  const browserConsole = watchConsole(page);
  await signIn(page, 'loft@example.com');
  await page.goto('/');
  await chooseTechnical(page);

  await test.step('in the list', async () => {
    await page.goto('/messages');
    const row = page.getByRole('row').filter({ hasText: 'PY-2026-0013' });
    await expect(row.getByText(t('messages.noSubject'))).toBeVisible();
  });

  await test.step('on its page', async () => {
    await page.goto(`/messages/${id}`);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('messages.noSubject'));
    await expect(page.getByText('Come home.')).toBeVisible();
    await expect(page.getByText('PY-2026-0013').first()).toBeVisible();
    await expectAccessible(page);
  });
  browserConsole.expectNone();
});
