import { newId } from '@/lib/ids';
import type { AlertRow } from './mail';
import type { RuleRow } from './measure';

const VALUES = {
  id: '',
  name: 'Example',
  percent: 12.5,
  part: 5,
  whole: 40,
  count: 3,
  minutes: 60,
  hours: 24,
  days: 3,
  failures: 5,
  used: '95',
  limit: '100',
  monthly: '100',
  gigabytes: 0.8,
};

/** What a rule might find, for a test of who would hear of it. */
export function sampleOf({ id: ruleId, companyId, kind, severity, threshold }: RuleRow, now: Date): AlertRow {
  return {
    id: newId(),
    ruleId,
    companyId,
    kind,
    subject: '',
    severity,
    values: { ...VALUES, threshold: threshold ?? 0 },
    firedAt: now,
    lastSeenAt: now,
    resolvedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    toldAt: null,
    remindedAt: null,
    overToldAt: null,
    mailProblem: null,
  };
}
