import type { Locale } from '@/lib/i18n/locales';
import type { Interval } from '@/lib/metrics/intervals';
import type { Period } from './periods';
import type { Frequency } from './schema';

/** As the reader writes numbers, money and times. */
export function formatsFor(language: Locale, timeZone: string, currency: string) {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options });
  const long = dates({ dateStyle: 'long' });
  const month = dates({ month: 'long', year: 'numeric' });
  const hour = dates({ hour: '2-digit', hourCycle: 'h23' });
  const short = dates({ day: 'numeric', month: 'short' });
  const iso = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const numbers = new Intl.NumberFormat(language);
  const shares = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 1,
    roundingMode: 'floor',
  });
  return {
    count: (value: number) => numbers.format(value),
    /** Never rounded up: one failure of a thousand is not 100 %. */
    percent: (share: number) => shares.format(share),
    money: (decimal: string) => {
      const amount = Number(decimal);
      const small = amount !== 0 && Math.abs(amount) < 0.1;
      const digits = small ? { maximumFractionDigits: 4 } : {};
      return new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...digits,
      }).format(amount);
    },
    /** `2026-11-29`, for the name of a file. */
    day: (moment: Date) => iso.format(moment),
    point: (at: string, interval: Interval) => (interval === 'hour' ? hour : short).format(new Date(at)),
    span: ({ from, to }: Period, frequency: Frequency) => {
      const last = new Date(to.getTime() - 1);
      if (frequency === 'monthly') return month.format(from);
      return frequency === 'daily' ? long.format(from) : long.formatRange(from, last);
    },
  };
}
