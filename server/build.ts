import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { withLock } from '@/lib/process/process-lock';
import { StartError } from './start-error';

const INPUTS = [
  '{app,components,lib,drizzle/schema,public}/**/*.*',
  // The guides: what their search looks through is built.
  'docs/**/*.md',
  '*.{ts,mjs}',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_INPUTS = /\.test\.tsx?$|^(vitest|playwright|drizzle)\.config\.ts$|^next-env\.d\.ts$/;
const STAMP = '.next/relevo-inputs';
const LOCK_DIRECTORY = 'node_modules/.cache/relevo';
const LOCK_TIMEOUT_MS = 600_000;

/** `next build`, unless the last one was made from the very same files and packages. Returns whether it built. */
export async function buildIfNeeded(signal?: AbortSignal): Promise<boolean> {
  if (isCurrent(hashInputs())) return false;
  mkdirSync(LOCK_DIRECTORY, { recursive: true });
  return withLock(`${LOCK_DIRECTORY}/build.lock`, LOCK_TIMEOUT_MS, async () => {
    const inputs = hashInputs();
    if (isCurrent(inputs)) return false;
    await build(signal);
    writeFileSync(STAMP, inputs);
    return true;
  });
}

function isCurrent(inputs: string): boolean {
  return existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs;
}

function hashInputs(): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of INPUTS.flatMap((pattern) => globSync(pattern)).sort())
    if (!NOT_INPUTS.test(file) && statSync(file).isFile())
      hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Quiet when it works; everything it said when it does not. */
function build(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new StartError(`${output.trimEnd()}\nThe build failed (next build, code ${code}).`));
    });
  });
}
