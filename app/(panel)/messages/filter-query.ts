/** The filters as they stand in the URL; dates as `2026-05-31`, in the reader's own time zone. */
export type Filters = {
  status: string | null;
  to: string;
  provider: string | null;
  tag: string;
  since: string;
  until: string;
};

/** The query of the list for these filters, as text: alike where they are. */
export function messagesQuery(filters: Filters, cursor: string | undefined): string {
  const query = new URLSearchParams({
    ...(filters.status && { status: filters.status }),
    ...beyondStatus(filters),
    ...(cursor && { cursor }),
  });
  return query.toString();
}

/** The filters but for the state, as the API takes them; those that filter nothing are left out. */
export function beyondStatus(filters: Filters): Record<string, string> {
  const { to, provider, tag, since, until } = filters;
  const values = {
    to: to.trim(),
    provider,
    tag: tag.trim(),
    since: startOfDay(since),
    until: startOfDay(until, 1),
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
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
