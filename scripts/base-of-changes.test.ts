import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { baseOfChanges } from './base-of-changes';

function makeRepository(branch: string) {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-base-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  git('init', '-q', '-b', branch);
  const commit = (subject: string) => {
    git('commit', '-q', '--allow-empty', '--no-gpg-sign', '-m', subject);
    return git('rev-parse', 'HEAD');
  };
  return { folder, git, commit };
}

it('is the commit at which the branch left main, wherever main has gone since', () => {
  const { folder, git, commit } = makeRepository('main');
  const left = commit('first');
  git('checkout', '-q', '-b', 'work');
  commit('ours');
  git('checkout', '-q', 'main');
  commit('theirs');
  git('checkout', '-q', 'work');
  expect(baseOfChanges(folder)).toBe(left);
});

it('is the last commit where there is no main to compare with', () => {
  const { folder, commit } = makeRepository('work');
  commit('first');
  expect(baseOfChanges(folder)).toBe('HEAD');
});
