import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@/lib/database/embedded/free-port';
import { temporaryFolder } from './temporary-folder';

const START_TIMEOUT_MS = 300_000;
const run = promisify(execFile);

export type System = {
  url: string;
  /** `http://…/setup/…` while there is no user. */
  setupUrl: string | undefined;
  dataDir: string;
  /** Everything the processes have printed so far. */
  output: () => string;
  /** Runs `./relevo …` against this system and returns its stdout; rejects with what it wrote on stderr. */
  relevo: (...args: string[]) => Promise<string>;
  stop: () => Promise<void>;
};

/** The real thing as `npm start` runs it, on a free port with an empty data directory of its own. */
export async function startSystem(
  env: Record<string, string> = {},
  on: 'memory' | 'disk' = 'memory',
): Promise<System> {
  const temporary = temporaryFolder('relevo-system-', { on });
  const dataDir = join(temporary, 'data');
  const port = await freePort();
  const environment = { ...cleanEnvironment(), RELEVO_DATA_DIR: dataDir, PORT: String(port), ...env };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'server/start.ts'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const stop = async () => {
    await stopChild(child);
    removeData(temporary, dataDir);
  };
  try {
    await untilReady(child, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    setupUrl: /http\S+\/setup\/\S+/.exec(output)?.[0],
    dataDir,
    output: () => output,
    relevo: async (...args) => (await run('./relevo', args, { env: environment })).stdout,
    stop,
  };
}

/** The runner's own variables (NODE_ENV=test, a test's DATABASE_URL …) must not leak into the system. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_ENV|PORT|HOST|DATABASE_URL|AUTH_SECRET|PUBLIC_URL|RELEVO_.*|VITEST.*)$/.test(name),
  );
  return Object.fromEntries(kept) as unknown as NodeJS.ProcessEnv;
}

function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`no start in time:\n${output()}`)), START_TIMEOUT_MS);
    const check = () => {
      if (!/Relevo runs at .*\n/.test(output())) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout?.on('data', check);
    child.once('exit', (code) => {
      clearTimeout(limit);
      reject(new Error(`the system ended (${code}):\n${output()}`));
    });
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** As root the cluster may lie outside the data directory. */
function removeData(temporary: string, dataDir: string): void {
  const pointer = join(dataDir, 'postgres.location');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(temporary, { recursive: true, force: true });
}
