'use client';

import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { STATUSES } from '@/lib/messages/status';
import { isGroup } from '@/lib/messages/waiting';
import { RESPONSES } from '@/lib/metrics/response-names';
import { type Filters, TIMES } from './filter-query';

/** What home and queue count together; what waits is of several states. */
export const OTHER_STATES = [
  'waiting',
  'later',
  'set_aside',
  'held',
  'for_room',
  'for_provider',
  'sent,delivered',
  'partly',
  'handed_over',
  'not_sent',
  'failed,bounced',
  'failed,bounced,parked,uncertain',
] as const;

const text = parseAsString.withDefault('');
const states = createParser({
  parse: (value) => (value.split(',').every(isState) ? value : null),
  serialize: (value: string) => value,
});

const instant = createParser({
  parse: (value) => (Number.isNaN(Date.parse(value)) ? null : value),
  serialize: (value: string) => value,
});

const parsers = {
  q: text,
  status: states,
  provider: parseAsString,
  company: parseAsString,
  tag: text,
  category: parseAsStringLiteral(['transactional', 'marketing']),
  time: parseAsStringLiteral(TIMES),
  since: text,
  until: text,
  finishedSince: instant,
  finishedUntil: instant,
  event: parseAsStringLiteral(RESPONSES),
  // Links of before the search box.
  to: text,
  // Only to be forgotten: another filter is another list, which starts at its newest page.
  page: parseAsString,
};

export function useFilters() {
  const [{ page: _page, to, ...filters }, set] = useQueryStates(parsers);
  return {
    filters: { ...filters, q: filters.q || to } as Filters,
    change: (part: Partial<Filters>) =>
      void set({ ...(part as Partial<typeof filters>), ...('q' in part && { to: null }), page: null }),
    clear: () => void set(null),
  };
}

function isState(value: string): boolean {
  return (STATUSES as readonly string[]).includes(value) || isGroup(value);
}
