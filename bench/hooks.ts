import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { sleep } from '@/lib/async/abort';
import { commandContext } from '@/lib/context';
import { createProvider } from '@/lib/providers/create';
import { ProviderInput } from '@/lib/providers/schema';
import { type Asked, askAll, type Speed } from './ask';
import type { Cluster } from './cluster';
import type { Options } from './options';
import { PROFILES } from './profile';
import { watchRate } from './rate';
import { atLeast, atMost, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';

const MESSAGES = 10_000;
const WARM_UP = 1_000;
const REQUESTS = 5_000;
const OF_HUNDRED = 1_000;
const LONGEST_READ_MS = 120_000;

/**
 * How fast what a provider tells is verified and stored, one event a request and a hundred, as SendGrid sends and signs them; how fast a worker
 * reads it; and how fast messages go out meanwhile.
 */
export async function measureHooks(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const sink = await SinkProcess.start();
  const profileInto = options.profile ? PROFILES : undefined;
  const system = await System.open(cluster, 'hooks', { sinkPort: sink.port, connections: 10, profileInto });
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  try {
    const path = await addTeller(publicKey);
    const alone = await drain(system, sink);
    const tell = await makeTeller(system, path, privateKey);
    const web = await system.startWeb();
    const rounds = { one: [] as Speed[], hundred: [] as Speed[] };
    await askAll(web, tell(WARM_UP, 1), { status: 200 });
    for (let round = 0; round < options.rounds; round++) {
      rounds.one.push(await askAll(web, tell(REQUESTS, 1), { status: 200 }));
      rounds.hundred.push(await askAll(web, tell(OF_HUNDRED, 100), { status: 200 }));
    }
    const events = WARM_UP + options.rounds * (REQUESTS + OF_HUNDRED * 100);
    const readMs = await watchReading(system);
    const meanwhile = await drain(system, sink, () => tellOn(web, tell));
    const perSecond = (speeds: Speed[]) => speeds.map((speed) => speed.perSecond);
    const cpuOf = (speeds: Speed[]) => median(speeds.map(({ cpuMs }) => cpuMs)).toFixed(2);
    return {
      lines: [
        `${REQUESTS} requests of 1 event and ${OF_HUNDRED} of 100 in ${options.rounds} rounds, 10 at once, signed as SendGrid does`,
        `CPU of the web process ${cpuOf(rounds.one)} ms a request of 1 event, ${cpuOf(rounds.hundred)} ms of 100`,
        `${events} events read in ${(readMs / 1000).toFixed(1)} s after the last came: ${Math.round((events * 1000) / readMs)} a second`,
        `drain ${Math.round(alone)} messages a second alone, ${Math.round(meanwhile)} while requests came at full speed; all on the same cores`,
      ],
      figures: [
        atLeast('requests of 1 event a second', perSecond(rounds.one), 1_000),
        atLeast('requests of 100 events a second', perSecond(rounds.hundred), 1_000),
        atMost('1 event, p95', Math.max(...rounds.one.map(({ p95Ms }) => p95Ms)), 10, 'ms'),
        atMost('100 events, p95', Math.max(...rounds.hundred.map(({ p95Ms }) => p95Ms)), 10, 'ms'),
        atLeast('drain meanwhile against alone', meanwhile / alone, 0.9),
      ],
    };
  } finally {
    await system.close();
    await sink.stop();
  }
}

/** The provider that tells; others send. */
async function addTeller(publicKey: KeyObject): Promise<string> {
  const webhookPublicKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const { id } = await createProvider(
    commandContext('bench'),
    ProviderInput.parse({
      name: 'teller',
      kind: 'sendgrid',
      active: false,
      fromEmail: 'receipts@example.com',
      settings: { webhookPublicKey },
      secrets: { apiKey: 'SG.none' },
    }),
  );
  return `/api/hooks/${id}`;
}

type Tell = (requests: number, events: number) => Asked[];

/** Deliveries of messages that are there, each event once. */
async function makeTeller({ sql }: System, path: string, privateKey: KeyObject): Promise<Tell> {
  const ids = (await sql<{ id: string }[]>`select id from messages`).map(({ id }) => id);
  let nr = 0;
  const event = () => ({
    email: 'ana@example.com',
    timestamp: Math.floor(Date.now() / 1000),
    event: 'delivered',
    relevo_id: ids[nr % ids.length],
    sg_event_id: `event ${nr++}`,
    sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
    response: '250 2.0.0 OK 1513299569 a1b2c3 - gsmtp',
  });
  return (requests, events) =>
    Array.from({ length: requests }, () => {
      const body = JSON.stringify(Array.from({ length: events }, event));
      const time = String(Math.floor(Date.now() / 1000));
      return {
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-twilio-email-event-webhook-timestamp': time,
          'x-twilio-email-event-webhook-signature': sign(
            'sha256',
            Buffer.from(time + body),
            privateKey,
          ).toString('base64'),
        },
        body,
      };
    });
}

async function watchReading(system: System): Promise<number> {
  const began = performance.now();
  const worker = system.startWorker();
  for (;;) {
    const [row] =
      await system.sql`select exists (select from inbound_events where applied_at is null) as waiting`;
    if (!row!.waiting) break;
    if (performance.now() - began > LONGEST_READ_MS)
      throw new Error('What providers told was not read in time.');
    await sleep(50);
  }
  await worker.stop();
  return performance.now() - began;
}

/** Messages a second by one worker, while `load` runs. */
async function drain(system: System, sink: SinkProcess, load?: () => () => Promise<void>): Promise<number> {
  await system.fill(WARM_UP + MESSAGES);
  const base = sink.accepted;
  const stop = load?.();
  const worker = system.startWorker();
  try {
    const rate = await watchRate(
      sink,
      { warmUp: WARM_UP, count: MESSAGES },
      () => ({ worker: worker.cpuMs() }),
      {
        base,
        finish: () => system.settled(),
      },
    );
    return rate.perSecond;
  } finally {
    await stop?.();
    await worker.stop();
  }
}

/** Until it is told to stop. */
function tellOn(web: Parameters<typeof askAll>[0], tell: Tell): () => Promise<void> {
  let stopped = false;
  const going = (async () => {
    while (!stopped) await askAll(web, tell(500, 1), { status: 200 });
  })();
  return async () => {
    stopped = true;
    await going;
  };
}
