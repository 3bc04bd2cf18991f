import { sleep } from '@/lib/async/abort';
import { sql } from '@/lib/database/db';
import { WORKERS_CHANNEL } from './heartbeat';
import { SILENT_AFTER_SECONDS } from './living';

const LOOK_MS = 200;
/** What the others are sending over connections that are not theirs any more is over by then, as a rule. */
const SETTLE_MS = 1_000;

/**
 * For a worker whose heart has begun to beat: resolves once all others have counted it, and share the connections to each provider with it.
 * Whoever opened its part before would open more than the provider allows. One that is silent is not waited for; nobody is for a lone one.
 */
export async function untilCounted(id: string): Promise<void> {
  // After its own row is there for all to see: whoever beats later counts it.
  const [joined] = await sql()<{ at: number }[]>`
    select extract(epoch from clock_timestamp())::float8 as at, pg_notify(${WORKERS_CHANNEL}, ${id})`;
  const others = async () => {
    const [row] = await sql()<{ count: number }[]>`
      select count(*)::int from workers
      where id <> ${id} and beat_at <= to_timestamp(${joined!.at}::float8)
        and beat_at > clock_timestamp() - make_interval(secs => ${SILENT_AFTER_SECONDS})`;
    return row!.count;
  };
  if ((await others()) === 0) return;
  do {
    await sleep(LOOK_MS);
    // One that has just come itself may not have heard.
    await sql()`select pg_notify(${WORKERS_CHANNEL}, ${id})`;
  } while ((await others()) > 0);
  await sleep(SETTLE_MS);
}
