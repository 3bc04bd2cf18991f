'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { CAUSES } from '@/lib/suppressions/causes';

const PARSERS = { q: parseAsString, cause: parseAsStringLiteral(CAUSES), company: parseAsString };

/** What is looked for, kept in the URL. */
export function useSuppressionFilter() {
  const [{ q, cause, company }, setValues] = useQueryStates(
    { ...PARSERS, page: parseAsString },
    { history: 'push' },
  );
  const filter = { ...(q && { q }), ...(cause && { cause }), ...(company && { company }) };
  /** Blank takes one away; the list begins anew. */
  const change = (changed: { q?: string | null; cause?: typeof cause; company?: string | null }) =>
    // One step back takes a whole word away, not its last letter.
    setValues(
      { ...changed, ...(changed.q === '' && { q: null }), page: null },
      { history: changed.q === undefined ? 'push' : 'replace' },
    );
  return { filter, change };
}
