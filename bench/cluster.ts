import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '@/lib/database/embedded/start';
import { stopEmbeddedPostgres } from '@/lib/database/embedded/stop';
import { migrate } from '@/lib/database/migrate';
import { closeDb } from '@/lib/database/pools';
import { forgetEnv } from '@/lib/env';
import { cpuMsOfTree } from './cpu';

/** The packaged PostgreSQL as `npm start` sets it up, in a data directory of this run; each measure gets a database of its own. */
export class Cluster {
  private constructor(
    readonly dataDir: string,
    private url: string,
  ) {}

  static async start(): Promise<Cluster> {
    const temporary = mkdtempSync(join(tmpdir(), 'relevo-bench-'));
    // As root, PostgreSQL runs as another user and has to pass through.
    chmodSync(temporary, 0o711);
    const dataDir = join(temporary, 'data');
    Object.assign(process.env, {
      RELEVO_DATA_DIR: dataDir,
      NODE_ENV: 'production',
      // Sinks that speak HTTP are on this machine.
      RELEVO_PRIVATE_TARGETS: '127.0.0.0/8',
    });
    delete process.env.DATABASE_URL;
    forgetEnv();
    const { url } = await startEmbeddedPostgres();
    return new Cluster(dataDir, url);
  }

  cpuMs(): number {
    return cpuMsOfTree(Number(readFileSync(join(this.dataDir, 'run/postgres.pid'), 'utf8')));
  }

  async createDatabase(name: string): Promise<string> {
    await this.execute(`create database ${name}`);
    return this.urlOf(name);
  }

  async dropDatabase(name: string): Promise<void> {
    await this.execute(`drop database if exists ${name} with (force)`);
  }

  /** Makes a migrated database that of this process, as `DATABASE_URL` does. */
  async use(url: string): Promise<void> {
    await closeDb();
    process.env.DATABASE_URL = url;
    forgetEnv();
    await migrate(url);
  }

  /** Counts what each statement costs; costs little itself, but only runs that need it have it. */
  async countStatements(): Promise<void> {
    await closeDb();
    await this.execute(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
    await this.execute('alter system set pg_stat_statements.max = 10000');
    await stopEmbeddedPostgres();
    this.url = (await startEmbeddedPostgres()).url;
    await this.execute('create extension if not exists pg_stat_statements');
  }

  async stop(): Promise<void> {
    await closeDb();
    await stopEmbeddedPostgres();
    const pointer = join(this.dataDir, 'postgres.location');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
    rmSync(join(this.dataDir, '..'), { recursive: true, force: true });
  }

  /** In the cluster's own database. */
  async execute(statement: string): Promise<postgres.RowList<postgres.Row[]>> {
    const client = postgres(this.url, { max: 1, onnotice: () => undefined });
    try {
      return await client.unsafe(statement);
    } finally {
      await client.end({ timeout: 5 });
    }
  }

  private urlOf(name: string): string {
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.toString();
  }
}
