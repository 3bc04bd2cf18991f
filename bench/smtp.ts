import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { sleep } from '@/lib/async/abort';
import { commandContext } from '@/lib/context';
import { freePort } from '@/lib/database/embedded/free-port';
import { submit } from '@/lib/submission/submit';
import type { Cluster } from './cluster';
import { Caller } from './load';
import type { Options } from './options';
import { Process } from './process';
import { describeRate, type Rate } from './rate';
import { atLeast, median, type Report } from './report';
import { messageJson, sampleMessage } from './sample';
import { SinkProcess } from './sink-process';
import { System } from './system';
import { watchWorker } from './watch-worker';

const CLIENTS = 20;
const HANDED_IN = 2000;
const WARM_UP_ROUNDS = 2;
const WARM_UP = 500;
const FILLED_AT_ONCE = 200;

/** The door for SMTP against `POST /messages`, by the CPU that each takes; and mail that goes as it was written against what is built. */
export async function measureSmtp(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const { post, smtp } = await accept(cluster, options.rounds);
  const sink = await SinkProcess.start();
  const [plain, raw]: [Rate[], Rate[]] = [[], []];
  try {
    for (let round = 0; round < options.rounds; round++) {
      plain.push(await drain(cluster, sink, options, (system, count) => system.fill(count)));
      raw.push(await drain(cluster, sink, options, fillRaw));
    }
  } finally {
    await sink.stop();
  }
  const ratio = (round: number) => raw[round]!.perSecond / plain[round]!.perSecond;
  return {
    lines: [
      `messages of 4 KB, ${CLIENTS} clients that keep their connections, medians of ${options.rounds} rounds`,
      `POST /messages ${median(post).toFixed(2)} ms CPU each, the door for SMTP ${median(smtp).toFixed(2)} ms`,
      describeRate('built by Relevo', plain, median),
      describeRate('as it was written', raw, median),
    ],
    figures: [
      atLeast(
        'SMTP door against POST, for each CPU second',
        post.map((ms, round) => ms / smtp[round]!),
        0.5,
      ),
      atLeast(
        'drain of mail as it was written against built',
        raw.map((_, round) => ratio(round)),
        0.85,
      ),
    ],
  };
}

/** CPU of each message, by round. */
async function accept(cluster: Cluster, rounds: number): Promise<{ post: number[]; smtp: number[] }> {
  const system = await System.open(cluster, 'smtp', { sinkPort: 25, connections: 1 });
  const [post, smtp]: [number[], number[]] = [[], []];
  const port = await freePort();
  const env = { RELEVO_LOG_LEVEL: 'warn', RELEVO_SMTP_PORT: String(port) };
  const door = Process.start('server/smtp.ts', { env });
  try {
    const { web, url } = await system.startWeb();
    await listening(port);
    const caller = new Caller(url, system.token, CLIENTS);
    const mailer = createTransport({
      host: '127.0.0.1',
      port,
      pool: true,
      maxConnections: CLIENTS,
      maxMessages: Number.POSITIVE_INFINITY,
      auth: { user: 'bench', pass: system.token },
    });
    const cpuOf = async (process: Process, work: () => Promise<unknown>) => {
      const before = process.cpuMs() + cluster.cpuMs();
      await work();
      return (process.cpuMs() + cluster.cpuMs() - before) / HANDED_IN;
    };
    const handIn = () =>
      Promise.all(Array.from({ length: HANDED_IN }, () => mailer.sendMail(sampleMessage())));
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      const posted = await cpuOf(web, () =>
        caller.postMany('/api/v1/messages', messageJson(), HANDED_IN, 202),
      );
      const handed = await cpuOf(door, handIn);
      if (round >= 0) post.push(posted);
      if (round >= 0) smtp.push(handed);
    }
    mailer.close();
    await caller.close();
    return { post, smtp };
  } finally {
    await door.stop();
    await system.close();
  }
}

async function listening(port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await sleep(50);
  }
}

async function drain(
  cluster: Cluster,
  sink: SinkProcess,
  { messages, connections }: Options,
  fill: (system: System, count: number) => Promise<void>,
): Promise<Rate> {
  const system = await System.open(cluster, 'smtp_drain', { sinkPort: sink.port, connections });
  try {
    await fill(system, WARM_UP + messages);
    return await watchWorker({ cluster, system, sink }, { warmUp: WARM_UP, count: messages });
  } finally {
    await system.close();
  }
}

/** As the door hands them in, without SMTP. */
async function fillRaw(_system: System, count: number): Promise<void> {
  const { from, to, subject, text } = sampleMessage();
  const body = text.replaceAll('\n', '\r\n');
  for (let done = 0; done < count; done += FILLED_AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(FILLED_AT_ONCE, count - done) }, (_, index) => {
        const head = `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nDate: Mon, 30 Nov 2026 03:00:00 +0000`;
        const mail = `${head}\r\nMessage-ID: <${done + index}@bench.example>\r\n\r\n${body}`;
        return submit(commandContext('bench'), { from, to: [to] }, Buffer.from(mail), async () => undefined);
      }),
    );
}
