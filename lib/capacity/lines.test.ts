import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { countLines, forgetLines } from './lines';

useTestDatabase();
beforeEach(async () => {
  await sql()`delete from messages`;
  vi.useFakeTimers({ toFake: ['Date'] });
  forgetLines();
});
afterEach(() => {
  vi.useRealTimers();
});

const stand = (providerId: string, count: number) => sql()`
  insert into messages (id, status, reason, provider_id, priority, category, subject, recipients, recipient_addresses, tags, size_bytes,
    accepted_by_type, due_at, accepted_at)
  select gen_random_uuid(), 'queued', 'paced', ${providerId}, 3, 'transactional', 'Receipt 13', '[]', '{}', '{}', 1, 'test', now(), now()
  from generate_series(1, ${count}::int)`;

/** A count that takes so long, by the clock. */
async function countIn(ms: number) {
  const other = await sql().reserve();
  await other`begin`;
  await other`lock table messages in access exclusive mode`;
  const counting = countLines();
  vi.setSystemTime(Date.now() + ms);
  await other`commit`;
  other.release();
  return counting;
}

it('a line that begins after a count that was slow is known of at once', async () => {
  const { id } = await makeProvider();
  expect((await countIn(700)).get(id)).toBeUndefined();
  await stand(id, 3);
  vi.setSystemTime(Date.now() + 250);
  expect((await countLines()).get(id)).toEqual({ paced: 3, forRoom: 0 });
});

it('a long line that takes long to count is counted rarely', async () => {
  const { id } = await makeProvider();
  await stand(id, 20_000);
  expect((await countIn(700)).get(id)).toMatchObject({ paced: 20_000 });
  await stand(id, 1);
  vi.setSystemTime(Date.now() + 1_500);
  expect((await countLines()).get(id)).toMatchObject({ paced: 20_000 });
  vi.setSystemTime(Date.now() + 1_500);
  expect((await countLines()).get(id)).toMatchObject({ paced: 20_001 });
});
