import type { Cluster } from './cluster';
import type { Options } from './options';
import { PROFILES } from './profile';
import { describeRate, type Rate } from './rate';
import { atLeast, median, type Report } from './report';
import { SinkProcess } from './sink-process';
import { System } from './system';
import { watchWorker } from './watch-worker';

const WARM_UP = 1000;
const TEXT = {
  channel: 'sms',
  to: '+595981234567',
  from: undefined,
  subject: undefined,
  text: 'Su turno es hoy a las 9',
};

/** Text messages that are accepted already through a gateway by HTTP, against mails through an SMTP server: one worker each. */
export async function measureTexts(cluster: Cluster, options: Options): Promise<Partial<Report>> {
  const messages = Math.ceil(options.messages / 2);
  const { rounds, connections } = options;
  const [server, gateway] = [await SinkProcess.start(), await SinkProcess.startGateway()];
  const mails: Rate[] = [];
  const texts: Rate[] = [];
  const profileInto = options.profile ? PROFILES : undefined;
  try {
    for (let round = 0; round < rounds; round++) {
      const bySmtp = { sinkPort: server.port, connections, profileInto };
      mails.push(await drain(cluster, { sink: server, open: bySmtp, messages, change: {} }));
      const byHttp = { provider: gatewayProvider(gateway.port), profileInto };
      texts.push(await drain(cluster, { sink: gateway, open: byHttp, messages, change: TEXT }));
    }
  } finally {
    await Promise.all([server.stop(), gateway.stop()]);
  }
  const ratios = texts.map(({ perSecond }, round) => perSecond / mails[round]!.perSecond);
  return {
    lines: [
      `${messages} of each, medians of ${rounds} rounds`,
      describeRate('mails, one worker', mails, median),
      describeRate('text messages, one worker', texts, median),
    ],
    figures: [atLeast('text messages against mails', ratios, 0.8)],
  };
}

type Drained = {
  sink: SinkProcess;
  open: Parameters<typeof System.open>[2];
  messages: number;
  change: object;
};

async function drain(cluster: Cluster, { sink, open, messages, change }: Drained): Promise<Rate> {
  const system = await System.open(cluster, 'texts', open);
  try {
    await system.fill(WARM_UP + messages, change);
    return await watchWorker({ cluster, system, sink }, { warmUp: WARM_UP, count: messages });
  } finally {
    await system.close();
  }
}

function gatewayProvider(port: number) {
  return {
    name: 'gateway',
    kind: 'http-sms',
    settings: {
      endpoint: `http://127.0.0.1:${port}/send`,
      template: '{"to":"{{toDigits}}","text":"{{text}}"}',
      idPath: 'id',
    },
    secrets: { apiKey: 'key' },
  };
}
