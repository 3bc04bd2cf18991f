import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { nodeArgs, nodeEnv } from './node-args';

afterEach(() => vi.unstubAllEnvs());

const ofMalloc = () => Object.entries(nodeEnv()).filter(([name]) => name.startsWith('MALLOC_'));
const asWords = () => ofMalloc().map(([name, value]) => `${name}=${value}`);

it.each(['web', 'worker', 'smtp'] as const)('%s runs alike under the supervisor, npm and systemd', (name) => {
  const flags = nodeArgs(name).filter((arg) => arg.startsWith('--max-'));
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts[name]).toMatch(
    new RegExp(`^exec env ${asWords().join(' ')} node ${flags.join(' ')} (.* )?scripts/`),
  );
  const unit = readFileSync(`deploy/relevo-${name}${name === 'smtp' ? '' : '@'}.service`, 'utf8');
  expect(unit).toContain(`\nEnvironment=${asWords().join(' ')}\n`);
  expect(unit).toContain(`/node ${flags.join(' ')} `);
});

it('leaves what somebody has set', () => {
  vi.stubEnv('MALLOC_ARENA_MAX', '8');
  expect(nodeEnv().MALLOC_ARENA_MAX).toBe('8');
});
