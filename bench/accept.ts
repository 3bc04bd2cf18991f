import postgres from 'postgres';
import { createBareTables, insertBare } from './bare-insert';
import { startBareNext } from './bare-next';
import type { Cluster } from './cluster';
import { Caller } from './load';
import type { Options } from './options';
import type { Process } from './process';
import { PROFILES } from './profile';
import { atLeast, median, type Report } from './report';
import { batchJson, messageJson } from './sample';
import { System } from './system';

const POSTS_AT_ONCE = 50;
const POSTS = 4000;
const BATCH = 1000;
const BATCHES = 12;
const BATCHES_AT_ONCE = 2;
/** The first ten thousand requests of a server take twice as long as later ones. */
const WARM_UP_ROUNDS = 3;

type Speed = { perSecond: number; cpuMs: number };

/** What it takes to accept, with no worker running: against a route that only parses, and against inserts that only insert. */
export async function measureAccept(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const profileInto = options.profile ? PROFILES : undefined;
  // Nothing is sent: no worker runs.
  const system = await System.open(cluster, 'accept', { sinkPort: 25, connections: 1, profileInto });
  const bareNext = await startBareNext();
  const bareSql = postgres(system.databaseUrl, { max: BATCHES_AT_ONCE, onnotice: () => undefined });
  const speeds: Record<'bareRoute' | 'single' | 'bareInsert' | 'batch', Speed[]> = {
    bareRoute: [],
    single: [],
    bareInsert: [],
    batch: [],
  };
  try {
    await createBareTables(bareSql);
    const { web, url } = await system.startWeb();
    const cpu = (process?: Process) => () => (process?.cpuMs() ?? 0) + cluster.cpuMs();
    const post = postSingles(url, system.token);
    const postBare = postSingles(bareNext.url, system.token);
    const postBatches = async () => {
      const caller = new Caller(url, system.token, BATCHES_AT_ONCE);
      await caller.postMany('/api/v1/messages/batch', batchJson(BATCH), BATCHES, 200);
      await caller.close();
    };
    const insertBatches = async () => {
      await Promise.all(Array.from({ length: BATCHES }, () => insertBare(bareSql, BATCH)));
    };
    for (let round = -WARM_UP_ROUNDS; round < options.rounds; round++) {
      const measured = {
        bareRoute: await time(POSTS, postBare, () => bareNext.web.cpuMs()),
        single: await time(POSTS, post, cpu(web)),
        bareInsert: await time(BATCH * BATCHES, insertBatches, cpu()),
        batch: await time(BATCH * BATCHES, postBatches, cpu(web)),
      };
      if (round < 0) continue;
      for (const name of Object.keys(measured) as (keyof typeof measured)[])
        speeds[name].push(measured[name]);
    }
  } finally {
    await bareNext.web.stop();
    await bareSql.end({ timeout: 5 });
    await system.close();
  }
  const ratio = (ours: Speed[], bare: Speed[]) =>
    ours.map(({ perSecond }, index) => perSecond / bare[index]!.perSecond);
  return {
    lines: [
      `messages of 4 KB, no worker running, medians of ${options.rounds} rounds`,
      describeSpeed(`bare route, ${POSTS_AT_ONCE} at once`, speeds.bareRoute),
      describeSpeed(`POST /messages, ${POSTS_AT_ONCE} at once`, speeds.single),
      describeSpeed(`bare insert of ${BATCH}, ${BATCHES_AT_ONCE} at once`, speeds.bareInsert),
      describeSpeed(`POST /messages/batch of ${BATCH}, ${BATCHES_AT_ONCE} at once`, speeds.batch),
      'The bare insert fills copies of messages, message_bodies and events with their indexes; no HTTP, no keys, no jobs.',
    ],
    figures: [
      atLeast('POST /messages against a bare route', ratio(speeds.single, speeds.bareRoute), 0.4),
      atLeast('POST /messages/batch against bare inserts', ratio(speeds.batch, speeds.bareInsert), 0.5),
    ],
  };
}

function postSingles(url: string, token: string): () => Promise<void> {
  return async () => {
    const caller = new Caller(url, token, POSTS_AT_ONCE);
    await caller.postMany('/api/v1/messages', messageJson(), POSTS, 202);
    await caller.close();
  };
}

async function time(count: number, work: () => Promise<void>, cpu: () => number): Promise<Speed> {
  const [cpuBefore, began] = [cpu(), performance.now()];
  await work();
  const elapsedMs = performance.now() - began;
  return { perSecond: (count * 1000) / elapsedMs, cpuMs: (cpu() - cpuBefore) / count };
}

function describeSpeed(name: string, speeds: Speed[]): string {
  const perSecond = median(speeds.map((speed) => speed.perSecond));
  const cpuMs = median(speeds.map((speed) => speed.cpuMs));
  return `${name.padEnd(40)} ${perSecond.toFixed(0).padStart(6)}/s   ${cpuMs.toFixed(2)} ms CPU each`;
}
