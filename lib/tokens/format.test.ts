import { describe, expect, it } from 'vitest';
import { generateToken, parseToken } from './format';

describe('tokens', () => {
  it('look like the contract says', () => {
    for (let n = 0; n < 200; n++) {
      const { token, publicId } = generateToken();
      expect(token).toMatch(/^rlv_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}$/);
      expect(parseToken(token)).toEqual({ publicId });
      expect(token).toContain(`rlv_${publicId}_`);
    }
  });

  it('are never the same', () => {
    const tokens = Array.from({ length: 1_000 }, () => generateToken());
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1_000);
    expect(new Set(tokens.map(({ publicId }) => publicId)).size).toBe(1_000);
  });

  it('with a typing error at any place are none', () => {
    const { token } = generateToken();
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'a' ? 'b' : 'a';
      expect(parseToken(token.slice(0, at) + other + token.slice(at + 1)), `at ${at}`).toBeNull();
    }
  });

  it('with two letters swapped are none', () => {
    const { token } = generateToken();
    for (let at = 17; at < token.length - 1; at++) {
      if (token[at] === token[at + 1]) continue;
      expect(parseToken(token.slice(0, at) + token[at + 1] + token[at] + token.slice(at + 2))).toBeNull();
    }
  });

  it.each(['', 'rlv_', 'rlv_abc', `rlv_${'a'.repeat(12)}_${'a'.repeat(49)}`])('%j is none', (text) => {
    expect(parseToken(text)).toBeNull();
  });

  it('with something around them are none', () => {
    const { token } = generateToken();
    for (const text of [` ${token}`, `${token} `, `${token}\n`, token.slice(0, -1), `${token}a`])
      expect(parseToken(text)).toBeNull();
  });
});
