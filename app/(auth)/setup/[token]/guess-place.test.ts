import { describe, expect, it } from 'vitest';
import { guessPlace } from './guess-place';

describe('guessPlace', () => {
  it.each([
    ['America/Asuncion', 'es', 'PYG', 'PY'],
    ['America/Asuncion', 'en-US', 'PYG', 'PY'],
    ['Europe/Madrid', 'es-ES', 'EUR', 'ES'],
    ['America/New_York', 'es-PY', 'USD', 'US'],
    ['Asia/Tokyo', 'ja', 'JPY', 'JP'],
  ])('in %s, in %s: %s', (zone, language, currency, country) => {
    expect(guessPlace(zone, language)).toEqual({ timeZone: zone, currency, country });
  });

  it('goes by the region of the language where the zone is no place', () => {
    expect(guessPlace('UTC', 'en-GB')).toEqual({ timeZone: 'UTC', currency: 'GBP', country: 'GB' });
    expect(guessPlace('UTC', 'es')).toEqual({ timeZone: 'UTC', currency: 'USD', country: '' });
  });

  it('knows a zone under either of its names', () => {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Kolkata' }).resolvedOptions();
    expect(guessPlace(timeZone, 'en')).toEqual({ timeZone, currency: 'INR', country: 'IN' });
  });
});
