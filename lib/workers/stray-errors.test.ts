import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isLostConnection } from './stray-errors';

/** A process in which nobody minds this error, and which ends by itself 100 ms after its turn, unless that ended it. */
function leaveBehind(how: (error: string) => string, error: string) {
  const code = `
    import { EventEmitter } from 'node:events';
    import { tolerateLostConnections } from './lib/workers/stray-errors.ts';
    tolerateLostConnections();
    ${how(error)}
    setImmediate(() => setTimeout(() => process.exit(0), 100));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

const WAYS = [
  { name: 'rejection that nobody awaits', how: (error: string) => `void Promise.reject(${error});` },
  {
    name: 'error event that nobody hears',
    how: (error: string) => `setImmediate(() => new EventEmitter().emit('error', ${error}));`,
  },
];

describe.each(WAYS)('a $name', ({ how }) => {
  it('does not end the process when it is a lost connection', () => {
    const lost = `Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })`;
    expect(leaveBehind(how, lost).status).toBe(0);
  });

  it('ends it when it is anything else', () => {
    expect(leaveBehind(how, `new TypeError('a bug')`).status).toBe(1);
  });
});

describe('isLostConnection', () => {
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
