'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { EVENT_TYPES } from '@/lib/events/types';
import { INBOUND_STATES } from '@/lib/inbound/inbound-states';
import { TIMES } from '../messages/filter-query';

export const TABS = ['events', 'webhooks'] as const;
export type Tab = (typeof TABS)[number];

const FILTERS = {
  type: parseAsStringLiteral(EVENT_TYPES),
  provider: parseAsString,
  recipient: parseAsString,
  message: parseAsString,
  state: parseAsStringLiteral(INBOUND_STATES),
  time: parseAsStringLiteral(TIMES),
};
const PARSERS = {
  ...FILTERS,
  tab: parseAsStringLiteral(TABS).withDefault('events'),
  page: parseAsString,
};

type Values = ReturnType<typeof useQueryStates<typeof FILTERS>>[0];

/** What is looked for, kept in the URL. */
export function useEventFilter() {
  const [{ tab, page: _page, ...filter }, setValues] = useQueryStates(PARSERS, { history: 'push' });
  /** Blank takes one away; the list begins anew. */
  const change = (changed: Partial<Values>) => {
    const named = Object.entries(changed).map(([name, value]) => [name, value || null]);
    return setValues({ ...Object.fromEntries(named), page: null });
  };
  const nothing = Object.fromEntries(Object.keys(FILTERS).map((name) => [name, null]));
  return {
    tab,
    filter,
    change,
    isFiltered: Object.values(filter).some((value) => value !== null),
    /** Each has filters of its own. */
    show: (next: Tab) => setValues({ ...nothing, page: null, tab: next }),
  };
}
