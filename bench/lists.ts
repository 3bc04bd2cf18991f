import type postgres from 'postgres';
import { getQueue } from '@/lib/backlog/get-queue';
import { listJobs } from '@/lib/backlog/jobs';
import { type Context, commandContext } from '@/lib/context';
import { listDrills } from '@/lib/drills/list';
import { countMessages } from '@/lib/messages/count';
import { EventFilter } from '@/lib/messages/event-schema';
import { getMessage } from '@/lib/messages/get';
import { listMessages } from '@/lib/messages/list';
import { listEvents } from '@/lib/messages/list-events';
import { resendMessages } from '@/lib/messages/resend-many';
import { MessageFilter, ResendInput } from '@/lib/messages/schema';
import { MetricsQuery } from '@/lib/metrics/schema';
import { listChanges } from '@/lib/providers/health/changes';
import { getProviderStatistics } from '@/lib/providers/health/statistics';
import { listTests } from '@/lib/providers/health/test-history';
import { listProviders } from '@/lib/providers/list';
import { listSandboxMessages } from '@/lib/sandbox/list';
import { getStatistics } from '@/lib/statistics/get';
import { getMetrics } from '@/lib/statistics/metrics';
import { getStatus } from '@/lib/status/get';
import { LARGE } from '@/lib/testing/plan-cost';
import { listTokens } from '@/lib/tokens/list';
import type { Cluster } from './cluster';
import { writeListRows } from './list-rows';
import type { Options } from './options';
import { type Cost, explainAll, measureCost } from './plans';
import { atMost, type Report } from './report';
import { System } from './system';

const DATABASE = 'lists';
/** Pages of 8 kB, and rows of tables, for one page of a list; what is kept in memory at 5 million messages as at none. */
const MAX_BUFFERS = 20_000;
const MAX_ROWS = 20_000;
const MAX_MS = 500;

type Lists = Record<string, () => Promise<unknown>>;

/** Every list of the house with a long history in the tables, by the plans that PostgreSQL really ran. */
export async function measureLists(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, DATABASE, { sinkPort: 9, connections: 1 });
  try {
    const began = performance.now();
    await writeListRows(system.sql, options.rows);
    const generatedS = (performance.now() - began) / 1000;
    await explainAll(cluster, DATABASE);
    const ctx = commandContext('bench');
    const costs: [string, Cost][] = [];
    const lists = { ...messageLists(ctx, await someProviderId(system.sql)), ...(await otherLists(ctx)) };
    for (const [name, list] of Object.entries(lists)) costs.push([name, await measureCost(list)]);
    return report(costs, options.rows, generatedS);
  } finally {
    await system.close();
  }
}

/** Each filter with a value that most have, with one that only old rows of a week have, with one that all of one old week have, and with one that three of the oldest week have. */
function messageLists(ctx: Context, providerId: string): Lists {
  const filters: Record<string, string>[] = [
    {},
    ...['sent', 'failed', 'parked', 'delivered', 'sending', 'waiting', 'later', 'failed,bounced,sent'].map(
      (status) => ({ status }),
    ),
    ...['receipt', 'branch-7', 'newsletter', 'spring', 'rare', 'nobody'].map((tag) => ({ tag })),
    ...['sink', 'rare', 'nobody'].map((provider) => ({ provider })),
    ...['common', 'rare', 'nobody'].map((company) => ({ company })),
    ...['transactional', 'marketing'].map((category) => ({ category })),
    ...['customer77@example.net', 'rare@example.org', 'nobody@example.org'].map((to) => ({ to })),
    ...['receipt', 'rec', 'receipt 12345', 'raro', 'customer77@', 'example', 'nobody here'].map((q) => ({
      q,
    })),
    { tag: 'newsletter', company: 'common', category: 'marketing' },
    { q: 'receipt', tag: 'rare', status: 'sent' },
    { status: 'failed', provider: 'sink', tag: 'receipt' },
    { company: 'common', q: 'customer77@example.net' },
    { since: daysAgo(20), until: daysAgo(16), tag: 'branch-7' },
    // Of home: nothing came to rest so late.
    { status: 'sent,delivered', finishedSince: daysAgo(0) },
    { status: 'partly', finishedSince: daysAgo(0) },
  ];
  // Of the provider: one that is there, and one that is not.
  filters.push({ q: providerId }, { q: 'e3b0c44298fc1c149afb' });
  const lists = filters.flatMap((filter): [string, () => Promise<unknown>][] => {
    const parsed = MessageFilter.parse(filter);
    return [
      [`messages ${new URLSearchParams(filter)}`, () => listMessages(ctx, parsed)],
      [`count of messages ${new URLSearchParams(filter)}`, () => countMessages(ctx, parsed)],
    ];
  });
  return Object.fromEntries(lists);
}

async function otherLists(ctx: Context): Promise<Lists> {
  const page = { limit: 25 };
  const sink = (await listProviders(ctx)).data.find(({ name }) => name === 'sink')!.id;
  const { data } = await listMessages(ctx, MessageFilter.parse({}));
  const resend = (filter: object) => ResendInput.parse({ filter, dryRun: true });
  return {
    'a message, its attempts and events': () => getMessage(ctx, data[0]!.id),
    'messages to resend': () => resendMessages(ctx, resend({ status: ['parked'], tag: 'receipt' })),
    ...eventLists(ctx),
    'sandbox inbox': () => listSandboxMessages(ctx, page),
    providers: () => listProviders(ctx),
    'tests of a provider': () => listTests(ctx, { id: sink, ...page }),
    'changes of a provider': () => listChanges(ctx, { id: sink, ...page }),
    'statistics of a provider': () => getProviderStatistics(ctx, { id: sink }),
    drills: () => listDrills(ctx, page),
    tokens: () => listTokens(ctx),
    queue: () => getQueue(ctx),
    jobs: () => listJobs(ctx),
    status: () => getStatus(ctx),
    statistics: () => getStatistics(ctx),
    metrics: () =>
      getMetrics(ctx, MetricsQuery.parse({ from: daysAgo(30), to: daysAgo(0), interval: 'day' })),
  };
}

function eventLists(ctx: Context): Lists {
  const filters: Record<string, string>[] = [
    {},
    ...['queued', 'sent', 'bounced'].map((type) => ({ type })),
    ...['sink', 'rare'].map((provider) => ({ provider })),
    ...['common', 'rare'].map((company) => ({ company })),
    ...['customer77@example.net', 'nobody@example.org'].map((recipient) => ({ recipient })),
    { company: 'rare', type: 'sent' },
    { provider: 'rare', since: daysAgo(2) },
  ];
  return Object.fromEntries(
    filters.map((filter) => [
      `events ${new URLSearchParams(filter)}`,
      () => listEvents(ctx, EventFilter.parse(filter)),
    ]),
  );
}

async function someProviderId(sql: postgres.Sql): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select outcomes->0->>'providerMessageId' as id from attempts where outcomes is not null order by message_id limit 1 offset 1000`;
  return row!.id;
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}

function report(costs: [string, Cost][], rows: number, generatedS: number): Partial<Report> {
  const lines = costs.map(
    ([name, { ms, buffers, rows: read, seqScans }]) =>
      `${name.padEnd(64)} ${ms.toFixed(0).padStart(6)} ms ${String(buffers).padStart(7)} pages ${String(read).padStart(7)} rows${seqScans.length > 0 ? `, whole ${[...new Set(seqScans)].join(', ')}` : ''}`,
  );
  const worst = (of: (cost: Cost) => number) => Math.max(...costs.map(([, cost]) => of(cost)));
  const bad = costs.filter(
    ([, { buffers, rows: read, seqScans }]) =>
      buffers > MAX_BUFFERS || read > MAX_ROWS || seqScans.some((table) => LARGE.test(table)),
  );
  return {
    lines: [
      `${rows} messages with bodies, attempts and events (written in ${generatedS.toFixed(0)} s); a page of each list:`,
      ...lines,
      ...bad.flatMap(([name, { plans }]) => [
        `the plans of ${name}:`,
        ...plans.flatMap((plan) => plan.split('\n')),
      ]),
    ],
    figures: [
      atMost(
        'pages of 8 kB for a page of a list',
        worst(({ buffers }) => buffers),
        MAX_BUFFERS,
      ),
      atMost(
        'rows read for a page of a list',
        worst(({ rows: read }) => read),
        MAX_ROWS,
      ),
      atMost(
        'the slowest list',
        worst(({ ms }) => ms),
        MAX_MS,
        'ms',
      ),
      atMost(
        'large tables read from end to end',
        costs.flatMap(([, { seqScans }]) => seqScans.filter((table) => LARGE.test(table))).length,
        0,
      ),
    ],
  };
}
