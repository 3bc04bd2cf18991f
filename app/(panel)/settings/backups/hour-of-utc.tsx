'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';

/** As the clock of whoever reads shows it; before the browser says where that is, in UTC. */
export function HourOfUtc({ hour, minute }: { hour: number; minute: number }) {
  const locale = useLocale();
  const timeZone = useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const today = new Date();
  today.setUTCHours(hour, minute, 0, 0);
  return today.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
}
