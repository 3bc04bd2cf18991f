import { describe, expect, it } from 'vitest';
import { makeOutgoing } from '@/lib/testing/outgoing';
import { addressesIn, fieldIn, namesOnlyTheSender } from './recipients';

const message = makeOutgoing({
  to: [{ email: 'ana@example.com' }, { email: "o'ben@example.com" }],
  cc: [{ email: 'carla@example.com' }],
  recipients: ['ana@example.com', "o'ben@example.com", 'carla@example.com'],
});

describe('whom an error means', () => {
  it.each([
    ['Found inactive addresses: ANA@example.com. Inactive recipients are', ['ana@example.com']],
    ["Illegal email address 'o'ben@example.com'", ["o'ben@example.com"]],
    ['ana@example.com.mx, banana@example.com, x.ana@example.com', []],
    ['Please add the address to authorized recipients', []],
  ])('by address: %s', (text, expected) => expect(addressesIn(text, message)).toEqual(expected));

  it.each([
    ['clinic@example.com is not a valid address', true],
    ['From clinic@example.com to ana@example.com: illegal address', false],
    ['Illegal address', false],
  ])('nobody, where only our own address is named: %s', (text, expected) => {
    const own = { ...message, from: { email: 'clinic@example.com' } };
    expect(namesOnlyTheSender(text, own)).toBe(expected);
  });

  it.each([
    ['cc parameter is not a valid address', ['carla@example.com']],
    ["'to' parameter is not a valid address", ['ana@example.com', "o'ben@example.com"]],
    ['Invalid `to` field. The email address', ['ana@example.com', "o'ben@example.com"]],
    ["Error parsing 'Cc': Illegal email domain", ['carla@example.com']],
    ["Invalid 'To' address: 'foo@bar'.", ['ana@example.com', "o'ben@example.com"]],
    ['invalid_parameter: email is not valid in cc', ['carla@example.com']],
    ['Please add the address to authorized recipients', []],
  ])('by field: %s', (text, expected) => expect(fieldIn(text, message)).toEqual(expected));
});
