import type { DrillDetail } from '@/lib/drills/schema';

export type Verdict = 'waiting' | 'untouched' | 'elsewhere' | 'allSent' | 'someKept' | 'someFailed';

/** `elsewhere`: the router sends the test messages through others anyway, so nothing is rehearsed. */
export function verdictOf({ running, report }: Pick<DrillDetail, 'running' | 'report'>): Verdict {
  const { touched, outcome, tests } = report;
  if (touched === 0) {
    if (tests.sent + tests.captured > 0) return 'elsewhere';
    return running ? 'waiting' : 'untouched';
  }
  if (outcome.failed > 0) return 'someFailed';
  return outcome.waiting + outcome.parked > 0 ? 'someKept' : 'allSent';
}
