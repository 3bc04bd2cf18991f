import { useFormatter } from 'next-intl';
import type { Period } from '@/lib/metrics/schema';

/** The beginning of a point as its axis says it: an hour by the clock, a day or a week by its date, a month by its name. */
export function useMoment({ interval, timeZone }: Pick<Period, 'interval' | 'timeZone'>) {
  const format = useFormatter();
  return (iso: string): string => {
    const at = new Date(iso);
    if (interval === 'hour')
      return format.dateTime(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    if (interval === 'month') return format.dateTime(at, { timeZone, month: 'short', year: 'numeric' });
    return format.dateTime(at, { timeZone, day: 'numeric', month: 'short' });
  };
}
