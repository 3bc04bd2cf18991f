import { describe, expect, it } from 'vitest';
import { hashRecoveryCode, newRecoveryCodes, readCode } from './recovery-codes';
import { newSeed } from './totp';

it('there are ten, each of ten letters of base 32, and never the same', () => {
  const codes = Array.from({ length: 20 }, newRecoveryCodes).flat();
  expect(codes).toHaveLength(200);
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{5}-[A-Z2-7]{5}$/);
  expect(new Set(codes).size).toBe(200);
});

it('a hash is of one seed only', () => {
  const [one, other] = [newSeed(), newSeed()];
  expect(hashRecoveryCode(one, 'ABCDE-FGHIJ')).toEqual(hashRecoveryCode(one, 'abcdefghij'));
  expect(hashRecoveryCode(one, 'ABCDEFGHIJ')).not.toEqual(hashRecoveryCode(other, 'ABCDEFGHIJ'));
});

describe('readCode', () => {
  it.each([
    ['123456', 'app', '123456'],
    [' 123 456 ', 'app', '123456'],
    ['ABCDE-FGHIJ', 'recovery', 'ABCDEFGHIJ'],
    [' abcde fghij', 'recovery', 'ABCDEFGHIJ'],
    // As it looks on paper: there are no 0 and 1 in base 32.
    ['ABCD0-FGH1J', 'recovery', 'ABCDOFGHIJ'],
  ])('%j is a code of the kind %s', (text, kind, code) => {
    expect(readCode(text)).toEqual({ kind, code });
  });
  it.each(['', '12345', '1234567', 'ABCDEFGHI', 'ABCDEFGHIJK', '１２３４５６', 'ABCDE_FGHIJ'])(
    '%j is none',
    (text) => {
      expect(readCode(text)).toBeNull();
    },
  );
});
