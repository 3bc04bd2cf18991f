import { expect, it } from 'vitest';
import { newKey, SendOnce } from './send-once';

const refused = (code: string) => ({ ok: false as const, error: { code } });

function sending(answers: ({ ok: true } | ReturnType<typeof refused>)[]) {
  const keys: string[] = [];
  const post = async (_values: string, key: string) => {
    keys.push(key);
    return answers[keys.length - 1]!;
  };
  return { keys, once: new SendOnce(post, newKey) };
}

it('makes one request of two presses', async () => {
  const { keys, once } = sending([{ ok: true }]);
  expect(await Promise.all([once.send('a'), once.send('a')])).toEqual([{ ok: true }, { ok: true }]);
  expect(keys).toHaveLength(1);
});

it('asks again with the same key after a lost answer, and with another after one that came', async () => {
  const { keys, once } = sending([refused('offline'), refused('unavailable'), { ok: true }, { ok: true }]);
  for (const _ of [1, 2, 3, 4]) await once.send('a');
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(keys[3]).not.toBe(keys[0]);
});

it('is not bound to what was refused: nothing was accepted', async () => {
  const { keys, once } = sending([refused('validation_failed'), { ok: true }]);
  await once.send('a');
  await once.send('b');
  expect(keys[1]).not.toBe(keys[0]);
});
