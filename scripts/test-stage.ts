import { spawnSync } from 'node:child_process';
import type { Counts } from './test-reports';

export type Stage = {
  name: string;
  /** Programs of node_modules/.bin, one after the other until one fails. */
  commands: string[][];
  env?: Record<string, string>;
  /** For stages that count their own tests; the others are one test. */
  counts?: () => Counts | undefined;
};

export type Result = { passed: number; failed: number; red: string[]; seconds: string };

export function runStage(stage: Stage): Result {
  console.log(`\n── ${stage.name} ──`);
  const began = Date.now();
  const ok = stage.commands.every((command) => runCommand(command, stage.env));
  const { passed, red } = stage.counts?.() ?? { passed: ok ? 1 : 0, red: [] };
  // A stage that says it failed has failed, even when it counted no failing test (or none at all).
  const all = ok || red.length > 0 ? red : ['failed, without naming a test'];
  return { passed, failed: all.length, red: all, seconds: ((Date.now() - began) / 1000).toFixed(1) };
}

function runCommand([program = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  if (result.error) console.error(`${program}: ${result.error.message}`);
  return result.status === 0;
}
