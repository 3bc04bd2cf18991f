import { spawnSync } from 'node:child_process';

/** util-linux has it, and with it each Linux but the smallest. */
export function hasTaskset(): boolean {
  return process.platform === 'linux' && spawnSync('taskset', ['--version']).status === 0;
}
