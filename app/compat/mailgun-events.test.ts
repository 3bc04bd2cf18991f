import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { serveCompat } from '@/lib/testing/compat';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { directRoute } from '@/server/direct-routes';

useTestDatabase();
const { url } = serveCompat(directRoute);

// https://documentation.mailgun.com/docs/mailgun/user-manual/events/events: `failed` is for good unless its severity says otherwise.
it.each([
  ['deferred', 'temporary'],
  ['bounced', 'permanent'],
  ['suppressed', 'permanent'],
])('tells one that is %s as a %s failure', async (type, severity) => {
  await makeProvider();
  const mail = { to: 'ana@example.com', from: 'clinic@example.com', subject: 'Receipt', text: 'Thank you.' };
  const { id } = await acceptMessage(testContext, MessageInput.parse(mail as never));
  await sql()`
    insert into events (id, message_id, type, at, recipient)
    values (${newId()}, ${id}, ${type}, now(), 'ana@example.com')`;
  const reader = await makeToken(['messages:read']);
  const answer = await fetch(url(`/compat/mailgun/v3/example.com/events?message-id=${id}`), {
    headers: { authorization: `Basic ${Buffer.from(`api:${reader}`).toString('base64')}` },
  });
  const { items } = (await answer.json()) as { items: object[] };
  expect(items.at(-1)).toMatchObject({ event: 'failed', severity, recipient: 'ana@example.com' });
});
