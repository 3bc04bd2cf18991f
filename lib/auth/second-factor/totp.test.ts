import { describe, expect, it } from 'vitest';
import { toBase32 } from '@/lib/text/base32';
import { codeOf, findStep, newSeed, stepAt } from './totp';

const SEED = toBase32(Buffer.from('12345678901234567890'));

describe('codeOf', () => {
  // RFC 6238, appendix B, SHA-1: eight digits.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i s is %s', (seconds, code) => {
    expect(codeOf(SEED, stepAt(seconds * 1000), 8)).toBe(code);
  });
  // RFC 4226, appendix D: six digits, by the counter.
  it.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('of step %i is %s', (counter, code) => {
    expect(codeOf(SEED, counter)).toBe(code);
  });
});

describe('findStep', () => {
  const now = 40 * 30_000;
  it('takes the code of now, of the 30 seconds before and of those after, and no other', () => {
    const found = [37, 38, 39, 40, 41, 42, 43].map((step) => findStep(SEED, codeOf(SEED, step), now));
    expect(found).toEqual([null, null, 39, 40, 41, null, null]);
  });
  it('changes with the clock at the full half minute', () => {
    const code = codeOf(SEED, 40);
    expect(findStep(SEED, code, 42 * 30_000 - 1)).toBe(40);
    expect(findStep(SEED, code, 42 * 30_000)).toBeNull();
  });
  it.each(['', '00000', 'abcdef', `${codeOf(SEED, 40)}0`])('takes no %j', (code) => {
    expect(findStep(SEED, code, now)).toBeNull();
  });
});

it('a seed has 160 bits, and is another one each time', () => {
  const seeds = Array.from({ length: 50 }, newSeed);
  for (const seed of seeds) expect(seed).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(seeds).size).toBe(50);
});
