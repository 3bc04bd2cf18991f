import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { forgetOldIntake } from './forget-old';

useTestDatabase();

async function count(table: string): Promise<number> {
  const [row] = await sql()`select count(*)::int as count from ${sql()(table)}`;
  return row!.count;
}

it('forgets any number of keys whose time is over, and no other', async () => {
  await sql()`
    insert into idempotency_keys (owner, route, key, body_hash, message_id, response, created_at)
    select 'a', 'messages', i::text, '', gen_random_uuid(), '{}', now() - case when i > 2500 then 23 else 25 end * interval '1 hour'
    from generate_series(1, 2600) as i`;
  await sql()`
    insert into dedupe_keys (owner, key, message_id, expires_at)
    select 'a', i::text, gen_random_uuid(), now() - case when i > 2500 then 23 else 25 end * interval '1 hour'
    from generate_series(1, 2600) as i`;
  await forgetOldIntake(30);
  expect([await count('idempotency_keys'), await count('dedupe_keys')]).toEqual([100, 100]);
});

it('goes through all files that may have become unused, past those in use', async () => {
  // Last used so many days ago, 250 each; every other one belongs to a message.
  for (const days of [40, 20, 2, 0.5]) {
    await sql()`
      insert into attachments (sha256, content, size_bytes, used_at)
      select sha256((${days} || '/' || i)::bytea), '', 0, now() - ${days}::float8 * interval '1 day' - i * interval '1 second'
      from generate_series(1, 250) as i`;
    await sql()`
      insert into message_attachments (message_id, position, sha256, filename, size_bytes)
      select gen_random_uuid(), 0, sha256((${days} || '/' || i)::bytea), 'a.pdf', 0 from generate_series(2, 250, 2) as i`;
  }
  const left = async () => {
    const rows = await sql()`
      select round(extract(epoch from now() - used_at) / 86400)::int as days, count(*)::int as count
      from attachments group by 1 order by 1 desc`;
    return rows.map(({ days, count }) => [days, count]);
  };
  // What never had a message goes within days; what lost it, with the days of messages.
  await forgetOldIntake(30);
  expect(await left()).toEqual([
    [40, 125],
    [20, 250],
    [2, 125],
    [1, 250],
  ]);
  await forgetOldIntake(14);
  expect(await left()).toEqual([
    [40, 125],
    [20, 125],
    [2, 125],
    [1, 250],
  ]);
});
