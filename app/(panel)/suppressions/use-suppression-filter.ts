'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { CAUSES } from '@/lib/suppressions/causes';

const PARSERS = { q: parseAsString, cause: parseAsStringLiteral(CAUSES) };

/** What is looked for, kept in the URL. */
export function useSuppressionFilter() {
  const [{ q, cause }, setValues] = useQueryStates({ ...PARSERS, page: parseAsString }, { history: 'push' });
  const filter = { ...(q && { q }), ...(cause && { cause }) };
  /** Blank takes one away; the list begins anew. */
  const change = (changed: { q?: string | null; cause?: typeof cause }) =>
    setValues({ ...changed, ...(changed.q === '' && { q: null }), page: null });
  return { filter, change };
}
