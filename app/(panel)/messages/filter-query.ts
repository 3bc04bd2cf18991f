/** The filters as they stand in the URL; dates as `2026-05-31`, in the reader's own time zone. */
export type Filters = {
  status: string | null;
  to: string;
  provider: string | null;
  tag: string;
  since: string;
  until: string;
};

/** The query of `GET /api/v1/messages` for these filters. */
export function messagesPath(filters: Filters, cursor: string | undefined): string {
  const query = new URLSearchParams();
  const add = (name: string, value: string | null | undefined) => value && query.set(name, value);
  add('status', filters.status);
  add('to', filters.to.trim());
  add('provider', filters.provider);
  add('tag', filters.tag.trim());
  add('since', startOfDay(filters.since));
  add('until', startOfDay(filters.until, 1));
  add('cursor', cursor);
  return query.size > 0 ? `messages?${query}` : 'messages';
}

export function countFilters(filters: Filters): number {
  return Object.values(filters).filter((value) => value?.trim()).length;
}

/** Midnight in the reader's zone as an instant; a day that does not exist is no filter. */
function startOfDay(day: string, daysLater = 0): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  const midnight = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(midnight.getTime()) ? null : midnight.toISOString();
}
