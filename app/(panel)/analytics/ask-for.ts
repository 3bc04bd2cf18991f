import type { Interval } from '@/lib/metrics/intervals';

export const SPANS = ['day', 'week', 'month', 'custom'] as const;
export type Span = (typeof SPANS)[number];

/** As the API takes it. */
export type Asked = { interval: Interval; from?: string; to?: string };

const DAY_MS = 86_400_000;
/** No zone's day begins within one, so six days back is six days back wherever the settings are. */
const QUARTER_MS = 15 * 60_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Beyond so many days a chart of single days is a hedge. */
const MOST_DAYS = 92;

/** Quarters of an hour do, so that the question stays the same from one look to the next. Null: there are no two days in order yet. */
export function askFor(
  { span, from, to }: { span: Span; from: string; to: string },
  now: Date,
): Asked | null {
  if (span === 'day') return { interval: 'hour' };
  if (span === 'month') return { interval: 'day' };
  if (span === 'week') {
    const since = new Date(Math.floor((now.getTime() - 6 * DAY_MS) / QUARTER_MS) * QUARTER_MS);
    return { interval: 'day', from: since.toISOString() };
  }
  if (!DAY.test(from) || !DAY.test(to) || from > to) return null;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return { interval: days <= 2 ? 'hour' : days <= MOST_DAYS ? 'day' : 'week', from, to };
}
