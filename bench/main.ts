import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type System, startSystem } from '@/lib/testing/system';
import { readCpu } from './cpu';
import { postMessages } from './load';
import { SinkProcess } from './sink-process';

/**
 * `npm run bench`: messages per second from accepted by the API to accepted by a local SMTP sink, against a bare pooled
 * nodemailer loop to the same sink in the same run: one sending process and the same number of connections each.
 */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '5000' },
    concurrency: { type: 'string', default: '50' },
    connections: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});
const messages = Number(values.messages);
const connections = Number(values.connections);
const TIMEOUT_MS = 240_000;
const WARM_UP = 200;

type Result = { perSecond: number; cpuMsPerMessage: number };

const sink = await SinkProcess.start();
try {
  const bare = await measureBareLoop();
  const relevo = await measureRelevo();
  print(bare, relevo);
} finally {
  sink.stop();
}

async function measureBareLoop(): Promise<Result> {
  const args = [sink.port, messages, connections].map(String);
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/bare-loop.ts', ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    timeout: TIMEOUT_MS,
  });
  const [result] = (await once(child, 'message')) as [{ elapsedMs: number; cpuMs: number }];
  await sink.until(messages + 1, TIMEOUT_MS);
  return { perSecond: (messages * 1000) / result.elapsedMs, cpuMsPerMessage: result.cpuMs / messages };
}

async function measureRelevo() {
  const system = await startSystem({ RELEVO_LOG_LEVEL: 'warn' });
  try {
    await addSinkAsProvider(system);
    const create = ['token', 'create', '--name', 'bench', '--scopes', 'messages:send'];
    const token = (await system.relevo(...create)).trim();
    await send(system, token, WARM_UP);
    const before = readCpu(system.dataDir);
    const began = performance.now();
    await send(system, token, messages);
    const elapsedMs = performance.now() - began;
    const after = readCpu(system.dataDir);
    const perMessage = (name: keyof typeof after) => (after[name] - before[name]) / messages;
    const cpu = { web: perMessage('web'), worker: perMessage('worker'), postgres: perMessage('postgres') };
    return {
      perSecond: (messages * 1000) / elapsedMs,
      cpuMsPerMessage: cpu.web + cpu.worker + cpu.postgres,
      cpu,
    };
  } finally {
    await system.stop();
  }
}

async function send(system: System, token: string, count: number): Promise<void> {
  const target = sink.accepted + count;
  await postMessages(system.url, token, count, Number(values.concurrency));
  await sink.until(target, TIMEOUT_MS);
}

async function addSinkAsProvider(system: System): Promise<void> {
  const file = join(system.dataDir, 'sink.json');
  const settings = {
    host: '127.0.0.1',
    port: sink.port,
    security: 'none',
    pool: { maxConnections: connections },
  };
  writeFileSync(
    file,
    JSON.stringify({ name: 'sink', kind: 'smtp', fromEmail: 'receipts@example.com', settings }),
  );
  await system.relevo('provider', 'add', '--file', file);
}

function print(bare: Result, relevo: Awaited<ReturnType<typeof measureRelevo>>): void {
  const ratio = relevo.perSecond / bare.perSecond;
  const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}`;
  if (values.json) {
    console.log(JSON.stringify({ machine, messages, connections, bare, relevo, ratio }));
    return;
  }
  const line = (name: string, { perSecond, cpuMsPerMessage }: Result) =>
    `${name.padEnd(24)} ${perSecond.toFixed(0).padStart(6)} messages/s   ${cpuMsPerMessage.toFixed(2)} ms CPU per message`;
  const { web, worker, postgres } = relevo.cpu;
  console.log(`${messages} messages of 4 KB over ${connections} connections; ${machine}`);
  console.log(line('bare nodemailer loop', bare));
  console.log(line('Relevo, API to sink', relevo));
  console.log(
    `  of which web ${web.toFixed(2)}, worker ${worker.toFixed(2)}, PostgreSQL ${postgres.toFixed(2)} ms`,
  );
  console.log(`ratio ${ratio.toFixed(2)}`);
}
