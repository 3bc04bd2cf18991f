import type { StoredCheck } from '@/drizzle/schema/domains';
import type { DomainRow } from './row';
import type { DomainState } from './schema';
import type { Wanted } from './wanted';

const DAY_MINUTES = 24 * 60;

type Decision = {
  state: DomainState;
  verifiedAt: Date | null;
  brokenAt: Date | null;
  nextMinutes: number;
};

/**
 * How a domain stands by its records. That DNS did not answer changes nothing of what was known: a domain is never red for that. What is still
 * to be done is looked at each minute at first, ever more seldom later; what is right once a day.
 */
export function stateOf(
  { verifiedAt, brokenAt, state: before, checksDone }: DomainRow,
  wanted: Wanted[],
  checks: Record<string, StoredCheck>,
): Decision {
  const states = wanted.filter(({ required }) => required).map(({ key }) => checks[key]?.state ?? 'unknown');
  const now = new Date();
  if (states.every((state) => state === 'right'))
    return { state: 'verified', verifiedAt: verifiedAt ?? now, brokenAt: null, nextMinutes: DAY_MINUTES };
  const nextMinutes = minutesAfter(checksDone);
  if (states.every((state) => state === 'right' || state === 'unknown')) {
    const state = before === 'new' ? 'unknown' : before;
    return { state, verifiedAt, brokenAt, nextMinutes: Math.min(nextMinutes, 30) };
  }
  if (verifiedAt === null) return { state: 'incomplete', verifiedAt, brokenAt, nextMinutes };
  return { state: 'broken', verifiedAt, brokenAt: brokenAt ?? now, nextMinutes: Math.min(nextMinutes, 60) };
}

function minutesAfter(checks: number): number {
  if (checks < 15) return 1;
  if (checks < 40) return 5;
  if (checks < 100) return 30;
  return 6 * 60;
}
