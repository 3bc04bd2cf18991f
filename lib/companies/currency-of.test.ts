import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '@/lib/settings/countries';
import { isCurrency } from '@/lib/settings/known-names';
import { currencyOf } from './currency-of';

describe('currencyOf', () => {
  it.each([
    ['PY', 'PYG'],
    ['US', 'USD'],
    ['EC', 'USD'],
    ['ES', 'EUR'],
    ['BG', 'EUR'],
    ['GB', 'GBP'],
    ['MX', 'MXN'],
    ['CL', 'CLP'],
  ])('%s pays in %s', (country, currency) => {
    expect(currencyOf(country)).toBe(currency);
  });

  it('knows one that the settings take for every country but Antarctica', () => {
    expect(COUNTRIES.filter((country) => !isCurrency(currencyOf(country) ?? ''))).toEqual(['AQ']);
  });
});
