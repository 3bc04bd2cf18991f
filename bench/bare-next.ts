import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@/lib/database/embedded/free-port';
import { Process } from './process';

const APP = 'bench/bare-next';

/** A production build of a Next app with one route that only parses, behind the very HTTP server that Relevo uses. */
export async function startBareNext(): Promise<{ web: Process; url: string }> {
  await promisify(execFile)(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], {
    cwd: APP,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const port = await freePort();
  const web = Process.start('server/web.ts', {
    as: 'web',
    cwd: APP,
    env: { PORT: String(port), RELEVO_LOG_LEVEL: 'warn' },
  });
  await web.message();
  return { web, url: `http://127.0.0.1:${port}` };
}
