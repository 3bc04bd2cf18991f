import type { Response } from '@/lib/metrics/response-names';
import type { FilterName } from '@/lib/views/names';
import type { MessageView } from '@/lib/views/schema';

/** The filters as they stand in the URL; dates as `2026-05-31`, in the reader's own time zone. */
export type Filters = {
  q: string;
  status: string | null;
  provider: string | null;
  company: string | null;
  tag: string;
  category: string | null;
  /** The last hour, day …, counted back from now; without it `since` and `until` hold. */
  time: Time | null;
  since: string;
  until: string;
  /** An instant, from the figures of home; null: no matter when it came to rest. */
  finishedSince: string | null;
  finishedUntil: string | null;
  /** What became of it, from the figures of analytics. */
  event: Response | null;
};

export const TIMES = ['hour', 'day', 'week', 'month'] as const;
export type Time = (typeof TIMES)[number];

const HOUR_MS = 60 * 60 * 1000;
const TIME_MS: Record<Time, number> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
  month: 30 * 24 * HOUR_MS,
};
/** So often the beginning moves on: what is asked for stays the same in between. */
const STEP_MS = 60 * 1000;

/** The query of the list for these filters, as text: alike where they are. */
export function messagesQuery(filters: Filters, cursor?: string): string {
  return new URLSearchParams({ ...toQuery(filters), ...(cursor && { cursor }) }).toString();
}

/** As the API takes them; those that filter nothing are left out. */
export function toQuery(filters: Filters): Record<string, string> {
  const { status } = filters;
  return { ...(status && { status }), ...beyondStatus(filters) };
}

export function beyondStatus(filters: Filters): Record<string, string> {
  const { q, provider, company, tag, category, time, since, until, finishedSince, finishedUntil, event } =
    filters;
  const values = {
    q: q.trim(),
    provider,
    company,
    tag: tag.trim(),
    category,
    since: time ? sinceOf(time) : startOfDay(since),
    until: time ? null : startOfDay(until, 1),
    finishedSince,
    finishedUntil,
    event,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

export function countFilters(filters: Filters): number {
  return Object.values(filters).filter((value) => value?.trim()).length;
}

/** As the API takes it. */
export const sinceOf = (time: Time) => before(TIME_MS[time]);

function before(ms: number): string {
  return new Date(Math.floor((Date.now() - ms) / STEP_MS) * STEP_MS).toISOString();
}

/** Midnight in the reader's zone as an instant; a day that does not exist is no filter. Figures lead here with moments of their own. */
function startOfDay(day: string, daysLater = 0): string | null {
  if (isMoment(day)) return day;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const midnight = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(midnight.getTime()) ? null : midnight.toISOString();
}

export function isMoment(value: string): boolean {
  return value.includes('T') && !Number.isNaN(Date.parse(value));
}

type Values = Partial<Record<FilterName, string | null>>;

/** Those that filter something. */
export function givenOf(filters: Values): MessageView['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}

export function sameFilters(one: Values, other: Values): boolean {
  const [a, b] = [one, other].map((filters) => JSON.stringify(Object.entries(givenOf(filters)).toSorted()));
  return a === b;
}
