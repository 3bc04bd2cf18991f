import { describe, expect, it } from 'vitest';
import { generateSecret, sign } from './sign';

/**
 * The vector of the reference libraries of Standard Webhooks, the same in each of their languages
 * (github.com/standard-webhooks/standard-webhooks, libraries/javascript/src/index.test.ts: "sign function works").
 */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('sign', () => {
  it('makes the signature of the published vector', () => {
    expect(sign(VECTOR, [VECTOR.secret])).toBe(VECTOR.signature);
  });

  it('has one for each secret, apart by a space', () => {
    const [first, second, ...rest] = sign(VECTOR, [generateSecret(), VECTOR.secret]).split(' ');
    expect(first).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    expect([second, rest]).toEqual([VECTOR.signature, []]);
  });

  it('makes secrets of 24 to 64 bytes, in base64', () => {
    const secret = generateSecret();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
    const { length } = Buffer.from(secret.slice(6), 'base64');
    expect(length).toBeGreaterThanOrEqual(24);
    expect(length).toBeLessThanOrEqual(64);
    expect(generateSecret()).not.toBe(secret);
  });
});
