'use client';

import { Tooltip } from '@mantine/core';
import { useFormatter, useLocale, useNow } from 'next-intl';
import { useSyncExternalStore } from 'react';

type Props = {
  /** ISO 8601, as the API gives it. */
  value: string;
  /**
   * `relative` ("3 minutes ago", exact time in a tooltip), `absolute`, `clock`: "10:05", with the date when it is not today, or `both`:
   * "10:05 · 3 minutes ago".
   */
  format?: 'relative' | 'absolute' | 'clock' | 'both';
};

const REFRESH_MS = 30_000;

export function Time({ value, format = 'relative' }: Props) {
  const formatter = useFormatter();
  const locale = useLocale();
  const now = useNow({ updateInterval: REFRESH_MS });
  const zone = useBrowserZone();
  const date = new Date(value);
  const exact = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(date);
  if (format === 'absolute') return <time dateTime={value}>{exact}</time>;
  if (format === 'clock')
    return (
      <Tooltip label={exact}>
        <time dateTime={value} className="tabular">
          {clock(date, now, locale, zone)}
        </time>
      </Tooltip>
    );
  const relative = formatter.relativeTime(date, date > now && isPast(value) ? date : now);
  return (
    <Tooltip label={exact}>
      <time dateTime={value} className={format === 'both' ? 'tabular' : undefined}>
        {format === 'both' ? `${clock(date, now, locale, zone)} · ${relative}` : relative}
      </time>
    </Tooltip>
  );
}

function clock(date: Date, now: Date, locale: string, timeZone: string): string {
  const day = (each: Date) => each.toLocaleDateString('en-CA', { timeZone });
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const today = day(date) === day(now);
  return date.toLocaleString(locale, today ? time : { day: 'numeric', month: 'short', ...time });
}

/** The server does not know the reader's zone: it says UTC, and the browser corrects that after hydration. */
function useBrowserZone(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}

/** `now` lags up to half a minute; what just happened must not read "in 5 seconds". */
function isPast(value: string): boolean {
  return new Date(value).getTime() <= Date.now();
}
