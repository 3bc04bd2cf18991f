import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { worker } from './deliver';

/** As a worker beside it would: whatever is waiting goes out until the work is done. */
export async function whileWorking<T>(work: Promise<T>): Promise<T> {
  let open = true;
  const done = work.finally(() => {
    open = false;
  });
  while (open) {
    const rows = await sql()<{ id: string }[]>`select id from messages where status = 'queued'`;
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await deliverMessages(worker, ids);
    else await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}
