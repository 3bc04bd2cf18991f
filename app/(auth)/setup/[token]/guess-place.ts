import { currencyOf } from '@/lib/companies/currency-of';
import { COUNTRIES } from '@/lib/settings/countries';

/** `country` empty: nothing tells. */
export type Place = { timeZone: string; currency: string; country: string };

const ELSEWHERE: Place = { timeZone: 'UTC', currency: 'USD', country: '' };

/**
 * What the browser's clock tells of where it stands. The language says less: Spanish alone would mean Spain. A zone that is no place
 * (`UTC`) leaves the region of the language, if it names one.
 */
export function guessPlace(zone: string, language: string): Place {
  const country = countryOf(zone) ?? regionOf(language);
  const currency = (country && currencyOf(country)) ?? ELSEWHERE.currency;
  return {
    timeZone: Intl.supportedValuesOf('timeZone').includes(zone) ? zone : ELSEWHERE.timeZone,
    currency: Intl.supportedValuesOf('currency').includes(currency) ? currency : ELSEWHERE.currency,
    country: country && COUNTRIES.includes(country) ? country : ELSEWHERE.country,
  };
}

function countryOf(zone: string): string | undefined {
  if (!zone.includes('/')) return undefined;
  // Asked for only by the few zones with two names: half a second.
  const byOtherName = (each: string) => canonical(each) === zone;
  return (
    COUNTRIES.find((country) => zonesOf(country).includes(zone)) ??
    COUNTRIES.find((country) => zonesOf(country).some(byOtherName))
  );
}

/** Not in every browser, and not in the types. */
function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] };
  return locale.getTimeZones?.() ?? [];
}

/** A zone may have two names, `Asia/Calcutta` and `Asia/Kolkata`; a runtime uses one of them for its own. */
function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

function regionOf(language: string): string | undefined {
  return new Intl.Locale(language).region;
}
