import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isLostConnection } from './stray-rejections';

/** A process that leaves this rejection behind, and ends by itself 100 ms later unless that ended it. */
function leaveBehind(error: string) {
  const code = `
    import { tolerateLostConnections } from './lib/workers/stray-rejections.ts';
    tolerateLostConnections();
    void Promise.reject(${error});
    setTimeout(() => process.exit(0), 100);`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('a rejection that nobody awaits', () => {
  it('does not end the process when it is a lost connection', () => {
    const { status } = leaveBehind(`Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })`);
    expect(status).toBe(0);
  });

  it('ends it when it is anything else', () => {
    expect(leaveBehind(`new TypeError('a bug')`).status).toBe(1);
  });

  it.each([
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
    new AggregateError([new Error('Connection terminated'), Object.assign(new Error(), { code: 'EPIPE' })]),
  ])("knows the driver's words: %s", (error) => {
    expect(isLostConnection(error)).toBe(true);
  });

  it('takes several errors for a lost connection only when all are', () => {
    expect(isLostConnection(new AggregateError([new Error('Connection terminated'), new Error('bug')]))).toBe(
      false,
    );
  });
});
