import { describe, expect, it } from 'vitest';
import { decimalOf, writeDecimal } from './decimals';

describe('an amount', () => {
  it.each([
    ['0,0008', '0.0008'],
    ['0.0008', '0.0008'],
    [' 12,5 ', '12.5'],
    ['9', '9'],
    ['9,', '9.'],
    ['', ''],
  ])('typed as "%s" is %s to the API', (typed, decimal) => {
    expect(decimalOf(typed)).toBe(decimal);
  });

  it('with both signs stays one that is refused, rather than being guessed', () => {
    expect(decimalOf('1.000,50')).not.toMatch(/^\d+(\.\d+)?$/);
  });

  it('is written as the language does, also half typed', () => {
    expect(writeDecimal('0.0008', 'es')).toBe('0,0008');
    expect(writeDecimal('9.', 'es')).toBe('9,');
    expect(writeDecimal('0.0008', 'en')).toBe('0.0008');
  });
});
