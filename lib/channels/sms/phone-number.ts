import { type CountryCode, isSupportedCountry, parsePhoneNumberWithError } from 'libphonenumber-js/max';

/** What a number is that no text can reach, as far as the numbering plan of its country tells. */
export type PhoneFlaw = 'phone' | 'phone_country' | 'phone_short' | 'phone_long' | 'phone_landline';

export type Phone =
  /** E.164: `+595981234567`. */
  { ok: true; number: string } | { ok: false; flaw: PhoneFlaw };

/** A number is at most 15 digits (ITU-T E.164), and may be written with blanks and signs between each. */
const LONGEST = 60;
const WRITTEN = /^[+\d\s().\-/\u00A0\u2010-\u2015]+$/;
/** Kinds of which the plan says that no mobile phone has them. */
const NEVER_MOBILE = [
  'FIXED_LINE',
  'PREMIUM_RATE',
  'TOLL_FREE',
  'SHARED_COST',
  'VOIP',
  'PAGER',
  'UAN',
  'VOICEMAIL',
];

/**
 * A number as somebody writes it: `0981 234 567` in `country`, or with `+` or `00` and the country's code from anywhere.
 * @param country ISO 3166-1, of the company; null: numbers have to name theirs
 */
export function readPhone(typed: string, country: string | null): Phone {
  const text = typed.trim().replace(/^00/, '+');
  if (text.length > LONGEST || !WRITTEN.test(text)) return { ok: false, flaw: 'phone' };
  if (!text.startsWith('+') && country === null) return withoutCountry(text);
  const inCountry = country && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  try {
    const phone = parsePhoneNumberWithError(text, { defaultCountry: inCountry, extract: false });
    const kind = phone.getType();
    if (kind && NEVER_MOBILE.includes(kind)) return { ok: false, flaw: 'phone_landline' };
    // Possible is enough: carriers open new ranges before the plan tells of them.
    return phone.isPossible()
      ? { ok: true, number: phone.number }
      : { ok: false, flaw: lengthFlaw(phone.number) };
  } catch (error) {
    return { ok: false, flaw: flawOf((error as Error).message) };
  }
}

/** 595981234567 may mean that number, and may mean another one in some country: nobody guesses. */
function withoutCountry(text: string): Phone {
  return { ok: false, flaw: text.replace(/\D/g, '').length < 7 ? 'phone_short' : 'phone_country' };
}

function lengthFlaw(number: string): PhoneFlaw {
  return number.length < 9 ? 'phone_short' : 'phone';
}

function flawOf(reason: string): PhoneFlaw {
  if (reason === 'TOO_SHORT') return 'phone_short';
  if (reason === 'TOO_LONG') return 'phone_long';
  return reason === 'INVALID_COUNTRY' ? 'phone_country' : 'phone';
}
