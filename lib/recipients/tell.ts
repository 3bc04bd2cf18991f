import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import type { Headline } from './schema';

type Told = { address: string; headline: Headline; more: boolean; now: Date; timeZone: string };

/** A reply may be of any length, and is shown whole below. */
const LONGEST_SAID = 160;

/** What matters, and who must do what, in words of a language: for page, API and command alike. */
export function tellHeadline(locale: Locale, { address, headline, more, now, timeZone }: Told) {
  const t = translator(locale);
  const { code, count, provider, category, since, until } = headline;
  const said = shorten(headline.said);
  const day = (at: string | null) => (at ? dayWords(locale, { at: new Date(at), now, timeZone }) : '');
  const moment = (at: string) =>
    t('recipients.day.at', { day: day(at), time: timeWords(locale, new Date(at), timeZone) });
  const values = {
    address,
    count,
    provider: provider ?? '',
    named: provider ? 'yes' : 'no',
    category: category ?? 'all',
    more: more ? 'yes' : 'no',
    said,
    quoted: said ? 'yes' : 'no',
    since: day(since),
    until: until ? moment(until) : '',
    limited: until ? 'yes' : 'no',
  };
  return {
    sentence: t(`recipients.sentence.${code}`, values),
    advice: t(`recipients.advice.${code}`, values),
  };
}

const DAY_MS = 86_400_000;

type When = { at: Date; now: Date; timeZone: string };

/** "today", "Tuesday", "5 November", "5 November 2025": as people say it, by the days of that zone. */
export function dayWords(locale: Locale, { at, now, timeZone }: When): string {
  const t = translator(locale);
  const away = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (away === 0) return t('recipients.day.today');
  if (away === -1) return t('recipients.day.yesterday');
  if (away === 1) return t('recipients.day.tomorrow');
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, ...options }).format(at);
  if (Math.abs(away) < 7) return t('recipients.day.named', { name: write({ weekday: 'long' }) });
  const year = (date: Date) => date.toLocaleDateString('en-CA', { timeZone }).slice(0, -6);
  const isOther = year(at) !== year(now);
  const name = write({ day: 'numeric', month: 'long', ...(isOther && { year: 'numeric' }) });
  return t('recipients.day.named', { name });
}

function timeWords(locale: Locale, at: Date, timeZone: string): string {
  return at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}

/** Days of a calendar, as a number that counts on by one. */
function dayNumber(at: Date, timeZone: string): number {
  return Date.parse(`${at.toLocaleDateString('en-CA', { timeZone })}T00:00:00Z`) / DAY_MS;
}

function shorten(said: string | null): string {
  const plain = (said ?? '').replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST_SAID ? `${plain.slice(0, LONGEST_SAID)}…` : plain;
}
