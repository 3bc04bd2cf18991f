import { sleep } from '@/lib/async/abort';
import { listWeeks } from '@/lib/database/partitions';
import { closeDb } from '@/lib/database/pools';
import { forgetOldMessages } from '@/lib/retention/forget-old-messages';
import type { Cluster } from './cluster';
import { writeHistory } from './history-rows';
import type { Options } from './options';
import { Process } from './process';
import { atMost, type Report } from './report';
import { System } from './system';

const WARM_UP_MS = 3_000;
const CALM_MS = 5_000;
/** As many as move into the default partition while everybody waits. */
const PARKED_EACH_WEEK = 200;
const DAYS = 7;

type Heard = { longestMs: number; count: number };

/** The longest that a message waits to be accepted while weeks are dropped, against a time without. */
export async function measureForget(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'forget', { sinkPort: 9, connections: 1 });
  try {
    await writeHistory(system.sql, options.rows);
    for (const week of await listWeeks())
      await system.sql.unsafe(
        `update messages_${week} set status = 'parked' where id in (select id from messages_${week} order by id limit ${PARKED_EACH_WEEK})`,
      );
    const accepting = Process.start('bench/forget-accept.ts', {
      env: { DATABASE_URL: system.databaseUrl, RELEVO_LOG_LEVEL: 'warn' },
    });
    const hear = async () => {
      accepting.child.send('tell');
      return (await accepting.message()) as Heard;
    };
    await accepting.message();
    await sleep(WARM_UP_MS);
    await hear();
    await sleep(CALM_MS);
    const calm = await hear();
    const began = performance.now();
    const { weeks, movedMessages } = await forgetOldMessages(DAYS);
    const seconds = (performance.now() - began) / 1000;
    const meanwhile = await hear();
    await accepting.stop();
    if (weeks.length === 0) throw new Error('No week was dropped.');
    return {
      lines: [
        `${weeks.length} weeks of ${Math.ceil(options.rows / 5)} messages dropped and ${movedMessages} moved in ${seconds.toFixed(1)} s, while ${meanwhile.count} were accepted`,
        `the longest accept without: ${calm.longestMs.toFixed(0)} ms of ${calm.count}`,
      ],
      figures: [atMost('the longest accept while weeks are dropped', meanwhile.longestMs, 100, 'ms')],
    };
  } finally {
    await closeDb();
    await system.close();
  }
}
