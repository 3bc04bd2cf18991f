import { expect, it } from 'vitest';
import { TimeoutError, untilAborted, withTimeout } from './abort';

const never = () => new Promise<string>(() => undefined);

it('gives up work that does not heed its signal', async () => {
  await expect(withTimeout(10, never)).rejects.toThrow(TimeoutError);
});

it('gives it up with its parent as well, even one that had ended before', async () => {
  const stop = new AbortController();
  const stuck = withTimeout(60_000, never, stop.signal);
  stop.abort();
  await expect(stuck).rejects.toThrow(TimeoutError);
  await expect(withTimeout(60_000, never, AbortSignal.abort())).rejects.toThrow(TimeoutError);
});

it('takes what the work says when it is told to stop', async () => {
  const heeds = async (signal: AbortSignal) => {
    await untilAborted(signal);
    return 'half done';
  };
  expect(await withTimeout(10, heeds)).toBe('half done');
  expect(await withTimeout(60_000, heeds, AbortSignal.abort())).toBe('half done');
});

it('passes on what the work resolves to or throws', async () => {
  expect(await withTimeout(60_000, async () => 'done')).toBe('done');
  await expect(withTimeout(60_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

it('does not mind what becomes of work that was given up', async () => {
  let fail = (_error: Error) => {};
  const work = new Promise<string>((_resolve, reject) => {
    fail = reject;
  });
  await expect(withTimeout(10, () => work)).rejects.toThrow(TimeoutError);
  fail(new Error('too late to be heard'));
  await expect(work).rejects.toThrow('too late');
});
