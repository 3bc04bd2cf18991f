import { describe, expect, it } from 'vitest';
import { guessPlace } from './guess-place';

describe('guessPlace', () => {
  it.each([
    ['America/Asuncion', 'es', 'PYG'],
    ['America/Asuncion', 'en-US', 'PYG'],
    ['Europe/Madrid', 'es-ES', 'EUR'],
    ['America/New_York', 'es-PY', 'USD'],
    ['Asia/Tokyo', 'ja', 'JPY'],
  ])('in %s, in %s: %s', (zone, language, currency) => {
    expect(guessPlace(zone, language)).toEqual({ timeZone: zone, currency });
  });

  it('goes by the region of the language where the zone is no place', () => {
    expect(guessPlace('UTC', 'en-GB')).toEqual({ timeZone: 'UTC', currency: 'GBP' });
    expect(guessPlace('UTC', 'es')).toEqual({ timeZone: 'UTC', currency: 'USD' });
  });

  it('knows a zone under either of its names', () => {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Kolkata' }).resolvedOptions();
    expect(guessPlace(timeZone, 'en')).toEqual({ timeZone, currency: 'INR' });
  });
});
