import { invalid } from '@/lib/errors';
import { ALERT_KINDS, type AlertKind, type Bounds, PERCENT_KINDS } from './kinds';

const BOUNDS = ['threshold', 'windowMinutes', 'minSample'] as const;
const ALL = 100;

type Fields = Partial<Bounds> & { quietFrom?: string | null; quietTo?: string | null };

/**
 * What a rule becomes by what was given, which is refused where it means nothing for the kind. Bounds that are taken away are as usual
 * again. @throws AppError validation_failed
 */
export function checkFields<Given extends Fields>(kind: AlertKind, before: Fields, given: Given): Given {
  const usual: Bounds = ALERT_KINDS[kind];
  for (const bound of BOUNDS)
    if (usual[bound] === null && (given[bound] ?? null) !== null) throw invalid(bound, 'not_for_kind');
  if (PERCENT_KINDS.includes(kind) && (given.threshold ?? 0) > ALL)
    throw invalid('threshold', 'too_high', { max: ALL });
  const { quietFrom = null, quietTo = null } = { ...before, ...defined(given) };
  if ((quietFrom === null) !== (quietTo === null))
    throw invalid(quietFrom === null ? 'quietFrom' : 'quietTo', 'required');
  const emptied = BOUNDS.filter((bound) => given[bound] === null);
  return { ...defined(given), ...Object.fromEntries(emptied.map((bound) => [bound, usual[bound]])) };
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
