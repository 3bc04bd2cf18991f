import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Location } from './location';

const ENVIRONMENT = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv;

/** Runs one of PostgreSQL's programs as its account, with nothing of our environment, and returns what it printed. */
export function runProgram(
  location: Location,
  program: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(location.bin, program), args, {
      cwd: location.home,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group: Ctrl-C on our terminal must not stop it before sends have settled.
      detached: true,
      ...location.account,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve(output);
      else reject(new Error(`${program} failed (${code}): ${output.trim()}`));
    });
  });
}
