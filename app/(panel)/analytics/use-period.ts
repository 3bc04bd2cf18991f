'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { type Asked, askFor, SPANS, type Span } from './ask-for';

const parsers = {
  span: parseAsStringLiteral(SPANS).withDefault('month'),
  from: parseAsString.withDefault(''),
  to: parseAsString.withDefault(''),
  provider: parseAsString,
  category: parseAsStringLiteral(['transactional', 'marketing']),
};

export type Filters = { provider: string | null; category: 'transactional' | 'marketing' | null };
type Given = Filters & { span: Span; from: string; to: string };

/** What the page shows, as its address says it: so it can be kept as a bookmark or handed on. */
export function usePeriod() {
  const [given, set] = useQueryStates(parsers);
  const { provider, category } = given;
  return {
    given,
    filters: { provider, category },
    /** Null: the days are not chosen yet. */
    asked: askFor(given, new Date()) as Asked | null,
    change: (part: Partial<Given>) => void set(part),
  };
}
