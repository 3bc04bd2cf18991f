'use client';

import { parseAsString, useQueryStates } from 'nuqs';

const PARSERS = { actor: parseAsString, action: parseAsString, subject: parseAsString };
type Filter = { [name in keyof typeof PARSERS]?: string };

/** What is looked for, kept in the URL. */
export function useAuditFilter() {
  const [values, setValues] = useQueryStates({ ...PARSERS, page: parseAsString }, { history: 'push' });
  const { actor, action, subject } = values;
  const filter: Filter = {
    ...(actor && { actor }),
    ...(action && { action }),
    ...(subject && { subject }),
  };
  /** Blank takes one away; the list begins anew. */
  const change = (changed: Filter) => {
    const named = Object.entries(changed).map(([name, value]) => [name, value || null]);
    return setValues({ ...Object.fromEntries(named), page: null });
  };
  return { filter, change };
}
