import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { SystemSettings } from '@/lib/settings/system';
import { temporaryFolder } from '@/lib/testing/temporary-folder';
import { Children, childrenOf } from './children';
import { hasTaskset } from './taskset';

describe('processes', () => {
  const children = (patch: object) => {
    const processes = { ...SystemSettings.parse({}).processes, ...patch };
    return childrenOf({ processes, hasSmtp: false, maxDelayMs: 1, onMessage: () => undefined });
  };
  /** What a process that was started so says of itself. */
  function ask(name: string, patch: object, question: string): string {
    const { command, env } = children(patch).find((child) => child.name === name)!;
    const isOwn = (word: string) => !/^--import|parent-watch|run\.mjs|worker\.ts|web\.ts/.test(word);
    const [program, ...args] = command.filter(isOwn) as [string, ...string[]];
    const options = { encoding: 'utf8' as const, env: { ...process.env, ...env } };
    return spawnSync(program, [...args, '--eval', question], options).stdout.trim();
  }

  it('are a web process and so many workers', () => {
    expect(children({}).map(({ name }) => name)).toEqual(['web', 'worker']);
    expect(children({ workers: 3 }).map(({ name }) => name)).toEqual([
      'web',
      'worker',
      'worker-2',
      'worker-3',
    ]);
  });

  it.each([
    ['web', 'webMemoryMb'],
    ['worker', 'workerMemoryMb'],
  ])('%s may keep as much in memory as said', (name, setting) => {
    const limit = 'console.log(require("node:v8").getHeapStatistics().heap_size_limit / 2 ** 20)';
    const [less, more] = [512, 1_512].map((mb) => Number(ask(name, { [setting]: mb }, limit)));
    expect(more! - less!).toBe(1_000);
  });

  it('have so many threads', () => {
    // The first that needs one starts them all.
    const count = `require('node:fs').readFile('/proc/self/status', 'utf8', (_, text) => console.log(/Threads:\\s*(\\d+)/.exec(text)[1]))`;
    const [less, more] = [4, 12].map((threads) => Number(ask('worker', { threads }, count)));
    expect(more! - less!).toBe(8);
  });

  it.runIf(hasTaskset())('workers stay on their processors, and on all where none of these is there', () => {
    const allowed =
      'console.log(/Cpus_allowed_list:\\s*(\\S+)/.exec(require("node:fs").readFileSync("/proc/self/status", "utf8"))[1])';
    expect(ask('worker', { workerCpus: [0] }, allowed)).toBe('0');
    expect(ask('worker', { workerCpus: [availableParallelism()] }, allowed)).toBe(ask('worker', {}, allowed));
  });
});

it('a stop in the middle of a restart waits for those that are leaving, and begins none of the new ones', async () => {
  const folder = temporaryFolder('relevo-children-', { on: 'disk' });
  onTestFinished(() => rmSync(folder, { recursive: true }));
  process.env.RELEVO_DATA_DIR = folder;
  forgetEnv();
  const [left, begun] = [join(folder, 'left'), join(folder, 'begun')];
  /** Takes its time to end. */
  const slow = `
    const { writeFileSync } = require('node:fs');
    process.on('SIGTERM', () => setTimeout(() => (writeFileSync(${JSON.stringify(left)}, ''), process.exit()), 300));
    setInterval(() => {}, 1000);
    process.send('ready');`;
  const ready = Promise.withResolvers<void>();
  const option = (program: string) => ({
    name: 'worker' as const,
    command: [process.execPath, '--eval', program],
    env: {},
    maxDelayMs: 10,
    onMessage: () => ready.resolve(),
  });
  const children = new Children();
  children.start([option(slow)]);
  await ready.promise;
  const restarted = children.restart(
    [option(`require('node:fs').writeFileSync(${JSON.stringify(begun)}, '')`)],
    10_000,
  );
  await children.stop(10_000);
  expect(existsSync(left)).toBe(true);
  await restarted;
  expect(existsSync(begun)).toBe(false);
});
