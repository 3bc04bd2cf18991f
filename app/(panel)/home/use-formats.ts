'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMoney } from '@/components/layout/money';
import { formatDuration, formatPercent } from '@/components/layout/quantities';

const DAY_MS = 86_400_000;

type Place = { timeZone: string; currency: string };

/** Money and times as the settings and the reader's language want them. */
export function useFormats({ timeZone, currency }: Place) {
  const format = useFormatter();
  const t = useTranslations('home');
  const locale = useLocale();
  const money = useMoney(currency);

  /** `15:40`; the day alone when that is more than a day away. */
  function moment(iso: string): string {
    const at = new Date(iso);
    if (!isNear(iso)) return format.dateTime(at, { timeZone, day: 'numeric', month: 'short' });
    return format.dateTime(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  }

  /** `at 15:40`, `on 3 December` */
  const when = (iso: string) => t(isNear(iso) ? 'when.time' : 'when.day', { at: moment(iso) });
  /** `until 15:40`, `until 3 December` */
  const until = (iso: string) => t(isNear(iso) ? 'until.time' : 'until.day', { at: moment(iso) });

  const percent = (share: number) => formatPercent(share, locale);
  const duration = (ms: number) => formatDuration(ms, locale);

  return { money, moment, duration, when, until, percent, count: (value: number) => format.number(value) };
}

function isNear(iso: string): boolean {
  return Math.abs(new Date(iso).getTime() - Date.now()) < DAY_MS;
}

export type Formats = ReturnType<typeof useFormats>;
