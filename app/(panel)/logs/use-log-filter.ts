'use client';

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { LOG_LEVELS, LOG_PROCESSES } from '@/lib/logs/schema';

const PARSERS = {
  level: parseAsStringLiteral(LOG_LEVELS).withDefault('info'),
  process: parseAsStringLiteral(LOG_PROCESSES),
  q: parseAsString,
  minutes: parseAsInteger,
};

/** What is looked for, kept in the URL. */
export function useLogFilter() {
  const [filter, change] = useQueryStates(PARSERS, { history: 'replace' });
  return { filter, change };
}
