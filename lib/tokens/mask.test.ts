import { expect, it } from 'vitest';
import { generateToken } from './format';
import { maskTokens, maskTokensIn } from './mask';

it('hides a token wherever it stands, and shows which one it was', () => {
  const { token, publicId } = generateToken();
  const masked = `rlv_${publicId}_…${token.slice(-4)}`;
  expect(maskTokens(`use ${token}, not\n(${token})`)).toBe(`use ${masked}, not\n(${masked})`);
  expect(maskTokensIn({ [token]: [token, 3, null, { deep: `x${token}` }] })).toEqual({
    [masked]: [masked, 3, null, { deep: `x${masked}` }],
  });
});

it.each(['rlv_', 'rlv_abcdefghijkl_…wxyz', `rlv_${'a'.repeat(12)}_${'b'.repeat(49)}`, ''])(
  'leaves what is none: %s',
  (text) => expect(maskTokens(text)).toBe(text),
);
