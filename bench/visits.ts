import { Pool } from 'undici';
import { linkKey } from '@/lib/tracking/link-key';
import { PIXEL_ENDING, signLink } from '@/lib/tracking/link-token';
import type { Cluster } from './cluster';
import type { Options } from './options';
import type { Process } from './process';
import { atLeast, atMost, median, percentile, type Report } from './report';
import { System } from './system';

const MESSAGES = 5_000;
const REQUESTS = 5_000;
const AT_ONCE = 10;
const WARM_UP = 3_000;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0';

/** How fast the picture and the links of messages answer, while what they tell is written. */
export async function measureVisits(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'visits', { sinkPort: 25, connections: 1 });
  try {
    await system.fill(MESSAGES);
    const paths = await makePaths(system);
    const { web, url } = await system.startWeb();
    const ask = (paths: string[], status: number) => askAll(url, web, paths, status);
    await ask(paths.click.slice(0, WARM_UP), 302);
    const rounds = { click: [] as Speed[], pixel: [] as Speed[] };
    for (let round = 0; round < options.rounds; round++) {
      rounds.click.push(await ask(paths.click, 302));
      rounds.pixel.push(await ask(paths.pixel, 200));
    }
    const p95 = (speeds: Speed[]) => Math.max(...speeds.map((speed) => speed.p95Ms));
    const cpuOf = (speeds: Speed[]) => median(speeds.map(({ cpuMs }) => cpuMs)).toFixed(2);
    return {
      lines: [
        `${REQUESTS} of each in ${options.rounds} rounds, ${AT_ONCE} at once, to ${MESSAGES} messages; the worst p95 of them`,
        `CPU of the web process ${cpuOf(rounds.click)} ms a click, ${cpuOf(rounds.pixel)} ms a picture, with what is written of them`,
      ],
      figures: [
        atLeast(
          'clicks a second',
          rounds.click.map(({ perSecond }) => perSecond),
          1_000,
        ),
        atLeast(
          'pictures a second',
          rounds.pixel.map(({ perSecond }) => perSecond),
          1_000,
        ),
        atMost('click, p95', p95(rounds.click), 20, 'ms'),
        atMost('picture, p95', p95(rounds.pixel), 20, 'ms'),
      ],
    };
  } finally {
    await system.close();
  }
}

async function makePaths({ sql }: System): Promise<{ click: string[]; pixel: string[] }> {
  const ids = (await sql<{ id: string }[]>`select id from messages`).map(({ id }) => id);
  const key = await linkKey();
  const some = Array.from({ length: REQUESTS }, (_, n) => ({
    messageId: ids[n % ids.length]!,
    recipient: 0,
  }));
  const url =
    'https://shop.example.com/orders/4711?utm_source=newsletter&utm_medium=email&utm_campaign=november';
  return {
    click: some.map(
      (owner, n) => `/api/t/${signLink({ kind: 'click', ...owner, url, place: n % 5, of: 5 }, key)}`,
    ),
    pixel: some.map((owner) => `/api/t/${signLink({ kind: 'open', ...owner }, key)}${PIXEL_ENDING}`),
  };
}

type Speed = { perSecond: number; p95Ms: number; cpuMs: number };

async function askAll(url: string, web: Process, paths: string[], status: number): Promise<Speed> {
  const pool = new Pool(url, { connections: AT_ONCE });
  const tookMs: number[] = [];
  let next = 0;
  const askSome = async () => {
    for (let n = next++; n < paths.length; n = next++) {
      const began = performance.now();
      const { statusCode, body } = await pool.request({
        path: paths[n]!,
        method: 'GET',
        headers: { 'user-agent': AGENT },
      });
      await body.arrayBuffer();
      if (statusCode !== status) throw new Error(`A link answered ${statusCode}.`);
      tookMs.push(performance.now() - began);
    }
  };
  const [cpuBefore, began] = [web.cpuMs(), performance.now()];
  await Promise.all(Array.from({ length: AT_ONCE }, askSome));
  const perSecond = (paths.length * 1_000) / (performance.now() - began);
  await pool.close();
  return { perSecond, p95Ms: percentile(tookMs, 95), cpuMs: (web.cpuMs() - cpuBefore) / paths.length };
}
