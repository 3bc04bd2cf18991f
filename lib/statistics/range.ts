import { invalid } from '@/lib/errors';
import { LENGTH_MS, parseMoment, usualStart } from '@/lib/metrics/buckets';
import { MAX_DAYS, MAX_POINTS, type MetricsQuery } from '@/lib/metrics/schema';

const DAY_MS = 86_400_000;

type Asked = Pick<MetricsQuery, 'from' | 'to' | 'interval'>;

/** What is asked for, else as much as is usual of that interval. @throws AppError validation_failed */
export function rangeOf({ from, to, interval }: Asked, timeZone: string): { from: Date; to: Date } {
  const end = to ? parseMoment(to, 'to', timeZone) : new Date();
  const start = from ? parseMoment(from, 'from', timeZone) : usualStart(interval, end, timeZone);
  if (start >= end) throw invalid('from', 'range');
  if ((end.getTime() - start.getTime()) / LENGTH_MS[interval] > MAX_POINTS)
    throw invalid('interval', 'too_many_points', { max: MAX_POINTS });
  if (end.getTime() - start.getTime() > MAX_DAYS * DAY_MS)
    throw invalid('from', 'range_too_long', { max: MAX_DAYS });
  return { from: start, to: end };
}
