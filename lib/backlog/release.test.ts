import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { IDS_PER_JOB } from '@/lib/queue/tasks';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { releaseMessages } from './release';

useTestDatabase();

it('messages that are released keep their order, from one job to the next', async () => {
  const { id, name } = await makeProvider();
  const made = await Promise.all(
    Array.from({ length: 6 * IDS_PER_JOB }, () => makeMessage({ providers: [name] })),
  );
  const inOrder = made.map((message) => message.id).toSorted();
  // Written again from the last to the first, so that they lie in the table the other way.
  for (const messageId of inOrder.toReversed())
    await sql()`
      update messages set status = 'parked', reason = 'breaker_open', provider_id = ${id}, due_at = now() + interval '1 hour'
      where id = ${messageId}`;
  await sql()`delete from graphile_worker._private_jobs`;
  forgetFacts();
  expect(await releaseMessages(id)).toBe(inOrder.length);
  // As a worker takes them: https://github.com/graphile/worker/blob/main/src/sql/getJobs.ts
  const jobs = await sql()<{ ids: string[] }[]>`
    select payload->'ids' as ids from graphile_worker._private_jobs order by priority, run_at`;
  expect(jobs.map(({ ids }) => ids.length)).toEqual(Array(6).fill(IDS_PER_JOB));
  expect(jobs.flatMap(({ ids }) => ids.toSorted())).toEqual(inOrder);
});
