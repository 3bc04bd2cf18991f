import { expect, it } from 'vitest';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { parseUrlencoded } from './urlencoded';

/** Letters as they are, which Node's own reads wrong beside a `%`, have a test of their own. */
const PARTS = [
  'a',
  '=',
  '&',
  '+',
  '%',
  '%2',
  '%20',
  '%c3%B1',
  '%F0%9F%98%80',
  '%FF',
  '%00',
  '%zz',
  '%EF%BB%BF',
  '',
];

it('is what URLSearchParams makes of it', async () => {
  // Told by a seed of its own, so that a fault can be looked at again.
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647);
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: random() % 12 }, () => PARTS[random() % PARTS.length]).join('');
    expect([text, await parseUrlencoded(Buffer.from(text))]).toEqual([text, [...new URLSearchParams(text)]]);
  }
});

it('takes letters as they are, too', async () => {
  expect(await parseUrlencoded(Buffer.from('ñ%20=😀+%C3%B1'))).toEqual([['ñ ', '😀 ñ']]);
});

it.each([0, 1, 2, 3, 4, 5])('loses nothing between pieces, %i characters further', async (shift) => {
  const text = `${'x'.repeat(shift)}${'%C3%B1+'.repeat(200_000)}`;
  const [[name, value]] = (await parseUrlencoded(Buffer.from(`html=${text}`))) as [[string, string]];
  expect(name).toBe('html');
  expect(value === `${'x'.repeat(shift)}${'ñ '.repeat(200_000)}`).toBe(true);
});

// 60 ms by the parser that comes with Node.
it('holds nobody up with a text of 24 MB', async () => {
  const body = Buffer.from(`html=${'palabra+%C3%B1'.repeat(1_700_000)}`);
  await parseUrlencoded(body.subarray(0, 1_000_000));
  expect(await longestHoldMs(() => parseUrlencoded(body))).toBeLessThan(50);
});
