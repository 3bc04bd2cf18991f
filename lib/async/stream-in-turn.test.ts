import { afterEach, expect, it, vi } from 'vitest';
import { Semaphore } from './semaphore';
import { streamInTurn } from './stream-in-turn';

afterEach(() => vi.useRealTimers());

function makeSource() {
  const state = { opened: 0, closed: 0 };
  async function* open() {
    state.opened++;
    try {
      for (let n = 0; n < 3; n++) yield new Uint8Array([n]);
    } finally {
      state.closed++;
    }
  }
  return { state, open };
}

const places = (size: number) => {
  const semaphore = new Semaphore(size);
  return (work: () => Promise<void>) => semaphore.run(work);
};
const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => [
  ...new Uint8Array(await new Response(stream).arrayBuffer()),
];

it('gives every byte, one stream after the other where there is one place', async () => {
  const { state, open } = makeSource();
  const run = places(1);
  const streams = [1, 2, 3].map(() => streamInTurn(run, open));
  expect(await Promise.all(streams.map(bytesOf))).toEqual([
    [0, 1, 2],
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect(state).toEqual({ opened: 3, closed: 3 });
});

it('begins nothing before there is a place, and goes on when a reader leaves', async () => {
  const { state, open } = makeSource();
  const run = places(2);
  const readers = [1, 2, 3].map(() => streamInTurn(run, open).getReader());
  await Promise.all([readers[0]!.read(), readers[1]!.read()]);
  const third = readers[2]!.read();
  expect(state.opened).toBe(2);
  await readers[0]!.cancel();
  expect((await third).value).toEqual(new Uint8Array([0]));
  expect(state).toEqual({ opened: 3, closed: 1 });
});

it('gives the place back when nobody reads any more, and lets go of what it held', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { state, open } = makeSource();
  const run = places(1);
  const stalled = streamInTurn(run, open).getReader();
  await stalled.read();
  const next = streamInTurn(run, open).getReader().read();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(state.opened).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect((await next).value).toEqual(new Uint8Array([0]));
  expect(state.closed).toBe(1);
  await expect(stalled.read()).rejects.toThrow('the reader stopped');
});

it('gives the place back after three minutes of a reader that takes its time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const run = places(1);
  const endless = streamInTurn(run, async function* () {
    for (;;) yield new Uint8Array([1]);
  }).getReader();
  await endless.read();
  const next = streamInTurn(run, makeSource().open).getReader().read();
  for (let seconds = 0; seconds < 175; seconds += 25) {
    await vi.advanceTimersByTimeAsync(25_000);
    await endless.read();
  }
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(endless.read()).rejects.toThrow('the reader stopped');
  expect((await next).value).toEqual(new Uint8Array([0]));
});

it('gives the place back after a fault, which the reader hears of', async () => {
  const run = places(1);
  const broken = streamInTurn(run, async function* () {
    yield new Uint8Array([0]);
    throw new Error('the database went away');
  });
  await expect(bytesOf(broken)).rejects.toThrow('the database went away');
  expect(await bytesOf(streamInTurn(run, makeSource().open))).toEqual([0, 1, 2]);
});

it('lets a place go that comes after its reader has left', async () => {
  const run = places(1);
  const first = streamInTurn(run, makeSource().open).getReader();
  await first.read();
  const { state, open } = makeSource();
  const waiting = streamInTurn(run, open).getReader();
  const read = waiting.read();
  await waiting.cancel();
  await first.cancel();
  expect((await read).done).toBe(true);
  expect(await bytesOf(streamInTurn(run, makeSource().open))).toEqual([0, 1, 2]);
  expect(state).toEqual({ opened: 0, closed: 0 });
});
