import { spawnSync } from 'node:child_process';

/** Where this branch left `main`; where there is no other branch, only what is not committed counts as changed. */
export function baseOfChanges(cwd = process.cwd()): string {
  for (const main of ['main', 'origin/main']) {
    const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', main], { cwd, encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return 'HEAD';
}
