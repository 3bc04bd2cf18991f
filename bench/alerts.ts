import { evaluateAlerts } from '@/lib/alerts/evaluate';
import { rollUp } from '@/lib/metrics/roll-up';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { atMost, percentile, type Report } from './report';
import { System } from './system';

const RULES = 50;
const LOOKS = 30;
const WARM_UP = 3;
const DAYS = 30;
const PROVIDERS = 4;
const TARGET_MS = 100;

/** How long a look at all rules takes that happens each minute: thirty days of figures, and what waits. */
export async function measureAlerts(cluster: Cluster, { messages }: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'alerts', { sinkPort: 9, connections: 1 });
  try {
    await system.fill(messages);
    await plant(system);
    await rollUp();
    const looks: number[] = [];
    for (let look = 0; look < WARM_UP + LOOKS; look++) {
      const began = performance.now();
      await evaluateAlerts(new Date(Date.now() + look * 60_000));
      if (look >= WARM_UP) looks.push(performance.now() - began);
    }
    const [row] = await system.sql<[{ open: number }]>`
      select count(*)::int as open from alerts where resolved_at is null`;
    return {
      lines: [
        `${RULES} rules, ${DAYS} days of figures of ${PROVIDERS} providers, ${messages} messages that wait, ${row.open} open alerts`,
      ],
      figures: [atMost(`a look at ${RULES} rules, p95`, percentile(looks, 95), TARGET_MS, 'ms')],
    };
  } finally {
    await system.close();
  }
}

async function plant({ sql }: System): Promise<void> {
  await sql`
    insert into delivery_minutes (minute, provider_id, category, slot, messages_sent, messages_failed, attempts_sent, last_used_at)
    select minute, md5(provider::text)::uuid, category, 0, 40, 1, 41, minute
    from generate_series(date_trunc('minute', now()) - make_interval(days => ${DAYS}), now(), interval '1 minute') minute,
      generate_series(1, ${PROVIDERS}) provider, unnest('{transactional,marketing}'::text[]) category`;
  await sql`
    insert into alert_rules (id, kind, severity, threshold, window_minutes, min_sample)
    select gen_random_uuid(), kind, severity, threshold * n, window_minutes, min_sample
    from alert_rules, generate_series(1, ${RULES}) n order by n limit ${RULES} - (select count(*)::int from alert_rules)`;
  await sql`analyze delivery_minutes, delivery_hours, delivery_days, messages`;
}
