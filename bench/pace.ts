import { mostInASecond } from '@/lib/testing/rate-gate';
import { ApiProcess } from './api-process';
import type { Cluster } from './cluster';
import { atLeast, atMost, type Report } from './report';
import { System } from './system';

const MESSAGES = 2_000;
const PER_SECOND = 50;
const TIMEOUT_MS = 180_000;
/** What a rate that is not exceeded may differ by where messages take different times on their way. */
const TOLERANCE = 2;
/** One batch, through an API of whose rate nobody has said anything. */
const BATCH = { messages: 60, perSecond: 5, withinMs: 20_000 };

type Run = {
  /** Of what the API would have taken in that time. */
  ratio: number;
  refusals: number;
  /** Requests in any one second, refused ones too. */
  most: number;
  breakers: number;
  seconds: number;
};

/**
 * Messages that wait, and an API that takes so many a second and refuses the rest: as configured, as learned from its refusals alone, and
 * as kept by two workers together.
 */
export async function measurePace(cluster: Cluster): Promise<Partial<Report>> {
  const configured = await drain(cluster, { workers: 1, limits: { second: PER_SECOND } });
  const learned = await drain(cluster, { workers: 1 });
  const shared = await drain(cluster, { workers: 2, limits: { second: PER_SECOND } });
  const batch = await drain(cluster, { workers: 1, ...BATCH });
  return {
    lines: [
      `${MESSAGES} messages through an API that takes ${PER_SECOND} in any second and answers the rest with 429`,
      describeRun('configured', configured),
      describeRun('learned from refusals', learned),
      describeRun('configured, two workers', shared),
      describeRun(`${BATCH.messages} messages, ${BATCH.perSecond} a second`, batch),
    ],
    figures: [
      atLeast('configured pace against the possible', configured.ratio, 0.95),
      atLeast('learned pace against the possible', learned.ratio, 0.8),
      atLeast('two workers, pace against the possible', shared.ratio, 0.95),
      atMost('two workers, most requests in any second', shared.most, PER_SECOND + TOLERANCE),
      atMost('a batch of 60 to an API of 5 a second', batch.seconds, BATCH.withinMs / 1000, 's'),
      atMost('breakers opened', sumOfBreakers([configured, learned, shared, batch]), 0),
    ],
  };
}

function sumOfBreakers(runs: Run[]): number {
  return runs.reduce((sum, { breakers }) => sum + breakers, 0);
}

function describeRun(name: string, { ratio, refusals, most }: Run): string {
  return `${name.padEnd(30)} ${ratio.toFixed(3)} of the possible rate, ${refusals} refusals, at most ${most} requests in any second`;
}

type Way = { workers: number; limits?: object; messages?: number; perSecond?: number };

async function drain(
  cluster: Cluster,
  { workers, limits, messages = MESSAGES, perSecond = PER_SECOND }: Way,
): Promise<Run> {
  const api = await ApiProcess.start(perSecond);
  const system = await System.open(cluster, 'pace', {
    provider: { ...PROVIDER, limits, settings: { endpoint: api.url } },
  });
  try {
    await system.fill(messages);
    for (let index = 0; index < workers; index++) system.startWorker();
    await api.until(messages, TIMEOUT_MS);
    const { acceptedAt, refusedAt } = await api.seen();
    await system.settled();
    const [row] = await system.sql`
      select count(*)::int as opened from provider_changes where type = 'breaker_opened'`;
    const seconds = (acceptedAt.at(-1)! - Math.min(acceptedAt[0]!, refusedAt[0] ?? Infinity)) / 1000;
    return {
      ratio: (messages - 1) / seconds / perSecond,
      seconds,
      refusals: refusedAt.length,
      most: mostInASecond([...acceptedAt, ...refusedAt].toSorted((a, b) => a - b)),
      breakers: row!.opened,
    };
  } finally {
    await system.close();
    await api.stop();
  }
}

const PROVIDER = {
  name: 'api',
  kind: 'sendgrid',
  fromEmail: 'receipts@example.com',
  secrets: { apiKey: 'SG.bench_0123456789' },
};
