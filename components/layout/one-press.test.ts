import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OnePress } from './one-press';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const counting = (ok = true) => {
  const inputs: unknown[] = [];
  const one = new OnePress(async (input: unknown) => {
    inputs.push(input);
    return { ok, n: inputs.length };
  });
  return { inputs, one };
};

it('makes one of two presses in the same tick', async () => {
  const { inputs, one } = counting();
  const [first, second] = [one.press({ id: 'a' }), one.press({ id: 'a' })];
  expect([first.first, second.first]).toEqual([true, false]);
  expect(await Promise.all([first.answer, second.answer])).toEqual([
    { ok: true, n: 1 },
    { ok: true, n: 1 },
  ]);
  expect(inputs).toHaveLength(1);
});

it.each([40, 120])(
  'and of two that are %i ms apart, though the answer was there before the second',
  async (ms) => {
    const { inputs, one } = counting();
    await one.press({ id: 'a' }).answer;
    await vi.advanceTimersByTimeAsync(ms);
    await one.press({ id: 'a' }).answer;
    expect(inputs).toHaveLength(1);
  },
);

it('takes what is pressed later, or for another row, as meant', async () => {
  const { inputs, one } = counting();
  await one.press({ id: 'a' }).answer;
  await one.press({ id: 'b' }).answer;
  await vi.advanceTimersByTimeAsync(1_000);
  await one.press({ id: 'a' }).answer;
  expect(inputs).toHaveLength(3);
});

it('asks again after a refusal, which must be shown again', async () => {
  const { inputs, one } = counting(false);
  await one.press({ id: 'a' }).answer;
  await vi.advanceTimersByTimeAsync(40);
  await one.press({ id: 'a' }).answer;
  expect(inputs).toHaveLength(2);
});

it('takes on, off and on again as three', async () => {
  const { inputs, one } = counting();
  await Promise.all([true, false, true].map((active) => one.press({ active }).answer));
  expect(inputs).toEqual([{ active: true }, { active: false }, { active: true }]);
});
