import { expect, it, vi } from 'vitest';
import { SideThread } from './side-thread';

const program = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (given) => {
    if (given === 'fall') throw new Error('fell');
    if (given !== 'hang') parentPort.postMessage('did ' + given);
  });`;
const make = () => new SideThread<unknown, string>({ name: 'test', program, longestMs: 2_000, memoryMb: 64 });

it('does one after the other, and begins anew after one that fell', async () => {
  const thread = make();
  expect(await Promise.all(['one', 'fall', 'two'].map((given) => thread.ask(given)))).toEqual([
    'did one',
    null,
    'did two',
  ]);
});

it('ends one that takes too long', async () => {
  const thread = make();
  expect(await Promise.all([thread.ask('hang'), thread.ask('after')])).toEqual([null, 'did after']);
});

it('goes on after one that cannot even be asked', async () => {
  const thread = make();
  await expect(thread.ask(() => 'a function is no message')).rejects.toThrow();
  expect(await thread.ask('after')).toBe('did after');
});

it('is closed once it has had nothing to do for a while, and begins anew', async () => {
  const counting = `
    const { parentPort, threadId } = require('node:worker_threads');
    parentPort.on('message', () => parentPort.postMessage(threadId));`;
  const thread = new SideThread<unknown, number>({
    name: 'test',
    program: counting,
    longestMs: 2_000,
    memoryMb: 64,
    idleMs: 1,
  });
  const first = await thread.ask('one');
  await vi.waitFor(async () => expect(await thread.ask('again')).not.toBe(first));
});
