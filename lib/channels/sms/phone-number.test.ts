import { describe, expect, it } from 'vitest';
import { readPhone } from './phone-number';

describe('a number as somebody writes it', () => {
  // Paraguay's plan: nine national digits, mobile ones begin with 9 (CONATEL); all of these are one number.
  it.each([
    '0981 123456',
    '981123456',
    '595981123456',
    '00595981123456',
    '+595 0981 123456',
    '(0981) 123-456',
    '+595\u00A0981\u2011123\u2011456',
  ])('%s, in Paraguay', (typed) => {
    expect(readPhone(typed, 'PY')).toEqual({ ok: true, number: '+595981123456' });
  });

  it.each([
    ['011 15 2345-6789', 'AR', '+5491123456789'],
    ['11 91234-5678', 'BR', '+5511912345678'],
    ['55 1234 5678', 'MX', '+525512345678'],
    ['+15005550006', null, '+15005550006'],
  ])('%s in %s', (typed, country, number) => {
    expect(readPhone(typed, country)).toMatchObject({ ok: true, number });
  });

  it.each(['0963 123456', '0977 123456', '0996 123456'])(
    '%s is taken: the plan does not know it yet, the carrier may',
    (typed) => {
      expect(readPhone(typed, 'PY')).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['021 123456', 'PY', 'phone_landline'],
    ['0800 11 22 33', 'PY', 'phone_landline'],
    ['11 2345-6789', 'AR', 'phone_landline'],
    ['1234', 'PY', 'phone_short'],
    ['911', 'US', 'phone_short'],
    ['*611', 'PY', 'phone'],
    ['+595 981 12a456', 'PY', 'phone'],
    ['', 'PY', 'phone'],
    ['+', 'PY', 'phone'],
    ['9'.repeat(61), 'PY', 'phone'],
    ['0981 123456', null, 'phone_country'],
    ['0981 123456', 'XX', 'phone_country'],
    ['+999 123456789', null, 'phone_country'],
    ['1234', null, 'phone_short'],
  ])('%s in %s: %s', (typed, country, flaw) => {
    expect(readPhone(typed, country)).toEqual({ ok: false, flaw });
  });
});
