'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { STATUSES } from '@/lib/messages/status';
import type { Filters } from './filter-query';

/** What home and queue count together; what waits is of several states. */
export const OTHER_STATES = ['waiting', 'later', 'failed,bounced'] as const;

const text = parseAsString.withDefault('');

const parsers = {
  status: parseAsStringLiteral([...STATUSES, ...OTHER_STATES]),
  to: text,
  provider: parseAsString,
  tag: text,
  since: text,
  until: text,
  // Only to be forgotten: another filter is another list, which starts at its newest page.
  page: parseAsString,
};

export function useFilters() {
  const [{ page: _page, ...filters }, set] = useQueryStates(parsers);
  return {
    filters: filters as Filters,
    change: (part: Partial<Filters>) => void set({ ...(part as Partial<typeof filters>), page: null }),
    clear: () => void set(null),
  };
}
