import type { Context } from '@/lib/context';
import { sql } from '@/lib/db';
import { DEAD_AFTER_SECONDS } from '@/lib/workers/heartbeat';
import type { SystemStatus } from './schema';

const OLD_QUEUE_SECONDS = 300;

type Counts = Omit<SystemStatus, 'flow' | 'reasons'> & { providers: number; workers: number };

/** The status strip: is mail flowing, and if not, why. Reads only small indexes and today's partition. */
export async function getStatus(_ctx: Context): Promise<SystemStatus> {
  const [counts] = await sql()<Counts[]>`
    select
      count(*) filter (where status in ('queued', 'scheduled'))::int as waiting,
      count(*) filter (where status = 'retrying')::int as retrying,
      count(*) filter (where status = 'parked')::int as parked,
      count(*) filter (where status in ('failed', 'bounced') and finished_at >= date_trunc('day', now()))::int as "failedToday",
      (select count(*)::int from messages where status in ('sent', 'delivered')
        and id >= (lpad(to_hex((extract(epoch from date_trunc('day', now())) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      ) as "sentToday",
      extract(epoch from now() - min(due_at) filter (where status = 'queued' and due_at < now()))::int as "oldestWaitingSeconds",
      (select count(*)::int from providers where active) as providers,
      (select count(*)::int from workers where beat_at > now() - make_interval(secs => ${DEAD_AFTER_SECONDS})) as workers
    from messages where status not in ('sent', 'delivered')`;
  return judge(counts!);
}

function judge({ providers, workers, ...counts }: Counts): SystemStatus {
  const reasons: SystemStatus['reasons'] = [];
  if (workers === 0) reasons.push('no_worker');
  if (providers === 0) reasons.push('no_provider');
  if ((counts.oldestWaitingSeconds ?? 0) > OLD_QUEUE_SECONDS) reasons.push('queue_old');
  if (counts.parked > 0) reasons.push('parked');
  if (counts.retrying > 0) reasons.push('retrying');
  const stopped = reasons.includes('no_worker') || reasons.includes('no_provider');
  return { flow: stopped ? 'stopped' : reasons.length > 0 ? 'degraded' : 'flowing', reasons, ...counts };
}
