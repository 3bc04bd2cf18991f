import postgres from 'postgres';
import { sleep } from '@/lib/async/abort';
import { commandContext } from '@/lib/context';
import { freePort } from '@/lib/database/embedded/free-port';
import { acceptBatch } from '@/lib/intake/batch';
import { createProvider } from '@/lib/providers/create';
import { ProviderInput } from '@/lib/providers/schema';
import { createToken } from '@/lib/tokens/create';
import type { Cluster } from './cluster';
import { Process } from './process';
import { sampleMessage } from './sample';

const LOG = { RELEVO_LOG_LEVEL: 'warn' };
const BATCH = 1000;
const SETTLE_TIMEOUT_MS = 60_000;

type Sink = { sinkPort: number; connections: number };
type Options = (Sink | { provider: object }) & { profileInto?: string };

/** Relevo on a database of its own with the sink, or what a measure names, as its one provider; web and worker are started as a measure needs them. */
export class System {
  private readonly processes: Process[] = [];
  readonly sql: postgres.Sql;

  private constructor(
    private readonly cluster: Cluster,
    private readonly name: string,
    readonly databaseUrl: string,
    readonly token: string,
    private readonly profileInto: string | undefined,
  ) {
    this.sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
  }

  static async open(cluster: Cluster, name: string, options: Options): Promise<System> {
    const url = await cluster.createDatabase(name);
    await cluster.use(url);
    const ctx = commandContext('bench');
    const provider = 'provider' in options ? options.provider : sinkProvider(options);
    await createProvider(ctx, ProviderInput.parse(provider));
    const { token } = await createToken(ctx, { name: 'bench', scopes: ['messages:send'] });
    return new System(cluster, name, url, token, options.profileInto);
  }

  /** One sending process, as `npm run worker` starts it. */
  startWorker(): Process {
    return this.keep(Process.start('jobs/worker.ts', { env: LOG, profileInto: this.profileInto }));
  }

  async startWeb(): Promise<{ web: Process; url: string }> {
    const port = await freePort();
    const env = { ...LOG, PORT: String(port) };
    const web = this.keep(Process.start('server/web.ts', { as: 'web', env, profileInto: this.profileInto }));
    await web.message();
    return { web, url: `http://127.0.0.1:${port}` };
  }

  /** Accepts messages as the API does, without HTTP. */
  async fill(count: number, change: object = {}): Promise<void> {
    const given = Object.entries({ ...sampleMessage(), ...change }).filter(
      ([, value]) => value !== undefined,
    );
    const message = Object.fromEntries(given);
    for (let left = count; left > 0; left -= BATCH) {
      const messages = Array.from({ length: Math.min(left, BATCH) }, () => message);
      const { results } = await acceptBatch(commandContext('bench'), { messages });
      const refused = results.find((result) => 'error' in result);
      if (refused) throw new Error(`A message was not accepted: ${JSON.stringify(refused)}`);
    }
  }

  /** Resolves once nothing waits any more: what the sink has is also written down. */
  async settled(): Promise<void> {
    const deadline = Date.now() + SETTLE_TIMEOUT_MS;
    for (;;) {
      const [row] = await this.sql`select exists (select from messages where due_at is not null) as waiting`;
      if (!row!.waiting) return;
      if (Date.now() > deadline) throw new Error('Messages that the sink has accepted were not settled.');
      await sleep(20);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.sql.end({ timeout: 5 });
    await this.cluster.dropDatabase(this.name);
  }

  private keep(process: Process): Process {
    this.processes.push(process);
    return process;
  }
}

/** Connections are kept as nodemailer's loop keeps them. */
function sinkProvider({ sinkPort, connections }: Sink) {
  return {
    name: 'sink',
    kind: 'smtp',
    fromEmail: 'receipts@example.com',
    settings: {
      host: '127.0.0.1',
      port: sinkPort,
      security: 'none',
      pool: { maxConnections: connections, maxMessages: 100_000 },
    },
  };
}
