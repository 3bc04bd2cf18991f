import { expect, it } from 'vitest';
import { answeredSince, pressing } from './presses';

it('who was refused asks again where something pressed has had its answer since they asked, and waits for it', async () => {
  const asked = performance.now();
  expect(await answeredSince(asked)).toBe(false);

  const [good, bad] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  expect(pressing(good.promise)).toBe(good.promise);
  const refused = pressing(bad.promise);
  let known: boolean | undefined;
  const knowing = answeredSince(asked).then((answered) => {
    known = answered;
  });
  good.resolve('other session');
  await good.promise;
  expect(known).toBeUndefined();
  bad.reject(new Error('offline'));
  await expect(refused).rejects.toThrow('offline');
  await knowing;
  expect(known).toBe(true);

  // Who asks after it is refused by the session that there is.
  expect(await answeredSince(performance.now() + 1)).toBe(false);
});
