import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { MessageInput } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { createToken } from '@/lib/tokens/create';
import { acceptMessage } from './accept';

useTestDatabase();

it('a token that was pasted into a message stands in no table in clear, and the story says where it was', async () => {
  await makeProvider();
  const token = await makeToken();
  const input = MessageInput.parse({
    to: 'ana@example.com',
    subject: `It fails with ${token}`,
    text: `Authorization: Bearer ${token}`,
    html: `<p>${token}</p>`,
    metadata: { token },
    headers: { 'X-Token': token },
  });
  const { id } = await acceptMessage(testContext, input, `key ${token.slice(0, 16)}`);
  await createToken(testContext, { name: 'desk', note: `its token is ${token}`, scopes: ['messages:send'] });
  const tables = await sql()<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'drizzle%'`;
  for (const { name } of tables) {
    const [found] =
      await sql()`select count(*)::int as count from ${sql()(name)} t where t::text like ${`%${token.slice(17, -4)}%`}`;
    expect([name, found!.count]).toEqual([name, 0]);
  }
  const [message] = await sql()`select subject from messages where id = ${id}`;
  const masked = `${token.slice(0, 16)}_…${token.slice(-4)}`;
  expect(message).toEqual({ subject: `It fails with ${masked}` });
  const [event] = await sql()`select detail from events where message_id = ${id}`;
  expect(event!.detail.masked.toSorted()).toEqual(['headers', 'html', 'metadata', 'subject', 'text']);
});
