import { localeOf, plainSpaces, remember, type TemplateLocale } from '../locale';

/** Group and decimal sign of a language; `es` alone would leave 4500 without one. */
const signsOf = remember((language) => {
  const parts = new Intl.NumberFormat(language, {
    useGrouping: 'always',
  } as Intl.NumberFormatOptions).formatToParts(1_234_567.8);
  const sign = (type: string) => plainSpaces(parts.find((part) => part.type === type)?.value ?? '');
  return { group: sign('group'), decimal: sign('decimal') };
});

const plainFormat = remember((digits) => {
  const [least, most] = digits.split(' ').map(Number);
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: 'always',
  } as Intl.NumberFormatOptions);
});

/** Decimal text such as "1500.50" stays exact: it is never made a floating number. */
export function writeNumber(value: unknown, language: string, least = 0, most = 6): string {
  const number = readDecimal(value);
  const { group, decimal } = signsOf(language);
  // Not by its parts, which take three times as long.
  return plainFormat(`${least} ${most}`)
    .format(number as Intl.StringNumericLiteral)
    .replaceAll(/[,.]/g, (sign) => (sign === ',' ? group : decimal));
}

/** @throws Error for what is no number */
export function readDecimal(value: unknown): string {
  const text = typeof value === 'number' ? decimalOf(value) : String(value ?? '').trim();
  if (!/^-?\d{1,24}(\.\d{1,12})?$/.test(text)) throw new Error(`“${text.slice(0, 40)}” is not a number`);
  return text;
}

/** A number as large or as small as `1e21` writes itself with an exponent. */
function decimalOf(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return 'too large';
  return String(value).includes('e') ? value.toFixed(12) : String(Number(value.toFixed(12)));
}

/** `{{ 1234.5 | number }}` → `1.234,5`; `number: 2` writes so many decimals. */
export function number(this: unknown, value: unknown, digits?: unknown): string {
  const { language } = localeOf(this);
  if (digits === undefined) return writeNumber(value, language);
  const count = Math.min(Math.max(Math.trunc(Number(digits)) || 0, 0), 12);
  return writeNumber(value, language, count, count);
}

const rulesOf = remember((language) => new Intl.PluralRules(language));

/** `{{ days_left | plural: "# day", "# days" }}`: the first for one, the last for many; # is the number. */
export function plural(this: unknown, value: unknown, one?: unknown, many?: unknown): string {
  const { language } = localeOf(this);
  const isOne = rulesOf(language).select(Number(readDecimal(value))) === 'one';
  const words = String((isOne ? one : (many ?? one)) ?? '');
  return words.replaceAll('#', writeNumber(value, language));
}

const decimalsOf = remember(
  (currency) =>
    new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2,
);

/** As people write them: `$` alone is another currency in each country that speaks Spanish. */
const SYMBOLS: Record<string, Record<string, string>> = {
  es: { PYG: 'Gs.', USD: 'US$', EUR: '€', GBP: '£', BRL: 'R$' },
  en: { USD: '$', EUR: '€', GBP: '£', BRL: 'R$' },
};

/** `{{ 150000 | money: "PYG" }}` → `Gs. 150.000`; without a currency that of the company. */
export function money(this: unknown, value: unknown, currency?: unknown): string {
  const locale = localeOf(this);
  return writeMoney(
    value,
    currency === undefined || currency === null ? locale.currency : String(currency),
    locale,
  );
}

export function writeMoney(
  value: unknown,
  currency: string,
  { language }: Pick<TemplateLocale, 'language'>,
): string {
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error(`“${currency.slice(0, 20)}” is not a currency code`);
  const decimals = decimalsOf(currency);
  const text = writeNumber(value, language, decimals, decimals);
  const base = language.split('-')[0]!;
  const symbol = SYMBOLS[base]?.[currency] ?? currency;
  const gap = base === 'en' && !/[A-Za-z]$/.test(symbol) ? '' : ' ';
  return text.startsWith('-') ? `-${symbol}${gap}${text.slice(1)}` : `${symbol}${gap}${text}`;
}
