import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RequestClock } from './request-clock';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MB = 1024 * 1024;

function start(bytes: number, answerMs = 30_000) {
  const stop = new AbortController();
  return { stop, clock: new RequestClock(stop.signal, bytes, answerMs) };
}

/** Milliseconds until the clock stops the request, to the second. */
function runsFor({ signal }: RequestClock, mostMs = 3_600_000): number | undefined {
  for (let ms = 0; ms < mostMs; ms += 1000) {
    if (signal.aborted) return ms;
    vi.advanceTimersByTime(1000);
  }
  return undefined;
}

it('the DNS has ten seconds', () => {
  const { clock } = start(100);
  clock.lookUp();
  expect(runsFor(clock)).toBe(10_000);
});

it('who waits for a free connection waits as long as the caller does', () => {
  const { clock, stop } = start(100);
  clock.lookUp();
  clock.request();
  expect(runsFor(clock)).toBeUndefined();
  stop.abort();
  expect(clock.signal.aborted).toBe(true);
});

it('25 MB may take thirteen minutes, a few kilobytes ten seconds', () => {
  const large = start(25 * MB).clock;
  large.upload();
  expect(runsFor(large)).toBe(830_000);
  const small = start(4096).clock;
  small.upload();
  expect(runsFor(small)).toBe(11_000);
});

it('the time for the answer begins when the body is out, and is not what is left of the upload', () => {
  const { clock } = start(25 * MB, 20_000);
  clock.upload();
  vi.advanceTimersByTime(700_000);
  clock.answer();
  // What the buffers of the system still hold has to leave as well.
  expect(runsFor(clock)).toBe(29_000);
});

it('without a body the answer has its time, and connecting its own', () => {
  const { clock } = start(0, 5000);
  clock.request();
  expect(runsFor(clock)).toBe(15_000);
});

it('nothing runs on when the request is over', () => {
  const { clock } = start(4096);
  clock.upload();
  clock.end();
  expect(vi.getTimerCount()).toBe(0);
});
