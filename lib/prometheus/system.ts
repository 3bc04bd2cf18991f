import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { QueueView } from '@/lib/backlog/schema';
import { sql } from '@/lib/database/db';
import { countLivingWorkers } from '@/lib/workers/living';
import type { Family, Sample } from './text';

export function queueFamilies({ data }: QueueView, uncertain: number, now: Date): Family[] {
  const states = ['waiting', 'sending', 'scheduled', 'retrying', 'parked'] as const;
  return [
    {
      name: 'relevo_queue_messages',
      help: 'Messages that are not at rest, by priority and state.',
      type: 'gauge',
      samples: data.flatMap((row) =>
        states.map((state) => ({ labels: { priority: row.priority, state }, value: row[state] })),
      ),
    },
    {
      name: 'relevo_queue_oldest_seconds',
      help: 'How long the message that waits longest has been due; 0: none waits.',
      type: 'gauge',
      samples: data.map(({ priority, oldestAt }) => {
        const seconds = oldestAt ? Math.max(0, (now.getTime() - Date.parse(oldestAt)) / 1000) : 0;
        return { labels: { priority }, value: seconds };
      }),
    },
    {
      name: 'relevo_queue_paused',
      help: '1: messages of this priority are paused.',
      type: 'gauge',
      samples: data.map(({ priority, paused }) => ({ labels: { priority }, value: Number(paused) })),
    },
    gauge('relevo_uncertain_messages', 'Messages that a provider may have, or may not.', uncertain),
  ];
}

/** Of the whole system, and of the process that answers. */
export async function systemFamilies(now: Date): Promise<Family[]> {
  const [workers, connections] = await Promise.all([countLivingWorkers(), readConnections()]);
  return [
    gauge('relevo_workers', 'Workers that can be counted on now.', workers),
    {
      name: 'relevo_database_connections',
      help: 'Connections of all processes of Relevo to its database, by state.',
      type: 'gauge',
      samples: connections.map(({ state, count }) => ({ labels: { state }, value: count })),
    },
    gauge(
      'relevo_database_connections_max',
      'Connections that the database allows.',
      connections[0]?.max ?? 0,
    ),
    ...ofProcess(now),
  ];
}

/** A handful of rows of the server's own memory. What has another application name is the queue's. */
function readConnections() {
  return sql()<{ state: string; count: number; max: number }[]>`
    select state, count(pid)::int as count, current_setting('max_connections')::int as max
    from unnest(array['active', 'idle', 'idle in transaction']) state
    left join pg_stat_activity using (state)
    where datname is null or datname = current_database()
    group by state order by state`;
}

const loop = monitorEventLoopDelay({ resolution: 20 });
let lag = { readAt: 0, p99: 0, max: 0 };
const LAG_WINDOW_MS = 10_000;

/** Names as Prometheus' own client libraries have them. */
function ofProcess(now: Date): Family[] {
  const memory = process.memoryUsage();
  const cpu = process.cpuUsage();
  const { p99, max } = readLag(now);
  return [
    {
      name: 'process_cpu_seconds_total',
      help: 'CPU time of the web process that answers.',
      type: 'counter',
      samples: [{ value: (cpu.user + cpu.system) / 1_000_000 }],
    },
    gauge('process_resident_memory_bytes', 'Memory of the web process that answers.', memory.rss),
    gauge('process_start_time_seconds', 'When it began.', now.getTime() / 1000 - process.uptime()),
    { name: 'process_open_fds', help: 'Its open files and sockets.', type: 'gauge', samples: openFiles() },
    gauge('nodejs_heap_size_used_bytes', 'Of its memory: objects in use.', memory.heapUsed),
    gauge('nodejs_heap_size_total_bytes', 'Of its memory: kept for objects.', memory.heapTotal),
    gauge('nodejs_external_memory_bytes', 'Of its memory: buffers and the like.', memory.external),
    gauge('nodejs_eventloop_lag_p99_seconds', 'How late its event loop was in the last while, p99.', p99),
    gauge(
      'nodejs_eventloop_lag_max_seconds',
      'How late its event loop was in the last while, at worst.',
      max,
    ),
  ];
}

/** Several who ask within the same while hear the same: none takes the others' figures away. */
function readLag(now: Date) {
  loop.enable();
  if (now.getTime() - lag.readAt < LAG_WINDOW_MS) return lag;
  const seconds = (nanoseconds: number) => (loop.count > 0 ? nanoseconds / 1e9 : 0);
  lag = { readAt: now.getTime(), p99: seconds(loop.percentile(99)), max: seconds(loop.max) };
  loop.reset();
  return lag;
}

function openFiles(): Sample[] {
  try {
    return [{ value: readdirSync('/proc/self/fd').length }];
  } catch {
    return [];
  }
}

function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ value }] };
}
