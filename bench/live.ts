import { request } from 'node:http';
import { sleep } from '@/lib/async/abort';
import { createUser } from '@/lib/auth/create-user';
import { sessionCookieName, startSession } from '@/lib/auth/session';
import { sealSession } from '@/lib/auth/session-cookie';
import { commandContext } from '@/lib/context';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { atMost, type Report } from './report';
import { System } from './system';

const STREAMS = 200;
const OF_A_SESSION = 8;
const SETTLE_MS = 2_000;
const WATCHED_MS = 30_000;
/** As often as a process announces at most. */
const ANNOUNCED_EVERY_MS = 500;

/** What the web process spends on open pages that are told of changes all the time; what they then read is theirs. */
export async function measureLive(cluster: Cluster, _options: Options): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'live', { sinkPort: 25, connections: 1 });
  const streams: Stream[] = [];
  try {
    const { web, url } = await system.startWeb();
    const cookies = await signInSome(Math.ceil(STREAMS / OF_A_SESSION));
    for (let n = 0; n < STREAMS; n++) streams.push(await openStream(url, cookies[n % cookies.length]!));
    await sleep(SETTLE_MS);
    const [cpuBefore, began] = [web.cpuMs(), performance.now()];
    let announced = 0;
    for (; performance.now() - began < WATCHED_MS; announced++) {
      await system.sql`select pg_notify('relevo_changes', 'messages')`;
      await sleep(ANNOUNCED_EVERY_MS);
    }
    const share = (web.cpuMs() - cpuBefore) / (performance.now() - began);
    const heard = streams.map(({ changes }) => changes());
    const [row] = await system.sql<[{ listening: number }]>`
      select count(*)::int as listening from pg_stat_activity
      where datname = current_database() and query ilike 'listen %'`;
    if (Math.min(...heard) < announced)
      throw new Error(`A stream heard ${Math.min(...heard)} of ${announced} changes.`);
    return {
      lines: [
        `${STREAMS} open streams, each told of ${announced} changes in ${WATCHED_MS / 1000} s, none missed`,
      ],
      figures: [
        atMost('share of a core for 200 open streams', share, 0.05),
        atMost('connections that listen', row.listening, 1),
      ],
    };
  } finally {
    for (const { close } of streams) close();
    await system.close();
  }
}

async function signInSome(count: number): Promise<string[]> {
  const { id } = await createUser(commandContext('bench'), {
    email: 'bench@example.com',
    name: 'Bench',
    password: 'correct horse battery staple',
    role: 'viewer',
  });
  return Promise.all(
    Array.from({ length: count }, async () => {
      const sid = await startSession(id, { ip: null, userAgent: null });
      return `${sessionCookieName()}=${await sealSession(sid)}`;
    }),
  );
}

type Stream = { changes: () => number; close: () => void };

function openStream(url: string, cookie: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let changes = 0;
    const asked = request(`${url}/api/live`, { headers: { cookie } }, (response) => {
      if (response.statusCode !== 200)
        return reject(new Error(`The stream answered ${response.statusCode}.`));
      response.setEncoding('utf8').on('data', (text: string) => {
        changes += text.split('event: change').length - 1;
        resolve({ changes: () => changes, close: () => asked.destroy() });
      });
      response.on('error', () => undefined);
    });
    asked.on('error', reject).end();
  });
}
