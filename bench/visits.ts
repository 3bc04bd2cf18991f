import { linkKey } from '@/lib/tracking/link-key';
import { PIXEL_ENDING, signLink } from '@/lib/tracking/link-token';
import { type Asked, askAll, type Speed } from './ask';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { atLeast, atMost, median, type Report } from './report';
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
    const web = await system.startWeb();
    const ask = (requests: Asked[], status: number) => askAll(web, requests, { status, atOnce: AT_ONCE });
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

async function makePaths({ sql }: System): Promise<{ click: Asked[]; pixel: Asked[] }> {
  const ids = (await sql<{ id: string }[]>`select id from messages`).map(({ id }) => id);
  const key = await linkKey();
  const some = Array.from({ length: REQUESTS }, (_, n) => ({
    messageId: ids[n % ids.length]!,
    recipient: 0,
  }));
  const url =
    'https://shop.example.com/orders/4711?utm_source=newsletter&utm_medium=email&utm_campaign=november';
  const ask = (token: string): Asked => ({ path: `/api/t/${token}`, headers: { 'user-agent': AGENT } });
  return {
    click: some.map((owner, n) => ask(signLink({ kind: 'click', ...owner, url, place: n % 5, of: 5 }, key))),
    pixel: some.map((owner) => ask(`${signLink({ kind: 'open', ...owner }, key)}${PIXEL_ENDING}`)),
  };
}
