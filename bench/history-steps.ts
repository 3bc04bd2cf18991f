import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { acceptBatch } from '@/lib/intake/batch';
import { sampleMessage } from './sample';

/** Accepts and delivers some messages on this process's database each time it is told how many. */
const workerId = newId();

process.on('message', async (count: number) => {
  const messages = Array.from({ length: count }, sampleMessage);
  const { results } = await acceptBatch(commandContext('bench'), { messages });
  const ids = results.map((result) => {
    if ('error' in result) throw new Error(JSON.stringify(result.error));
    return result.id;
  });
  await deliverMessages(workerId, ids);
  // What wakes a worker that does not run.
  await sql()`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  process.send?.({ done: count });
});
// The channel alone does not keep the process alive.
setInterval(() => undefined, 60_000);
process.send?.({ ready: true });
