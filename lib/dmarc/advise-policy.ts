import type { DmarcPolicy } from './parse-dmarc';

/** What the reports of a time told of mail under the domain's name. */
export type ReportedMail = {
  days: number;
  messages: number;
  /** Aligned by SPF or DKIM. */
  passed: number;
  /** Failed, though it came from who is known to send for the domain: this would have been lost. */
  ownFailed: number;
};

export type PolicyAdvice = {
  /** Null: stay. */
  next: DmarcPolicy | null;
  reason: 'no_reports' | 'too_short' | 'too_few' | 'own_mail_fails' | 'ready' | 'at_the_end';
  /** What the next step would have cost within these days. */
  wouldLose: number;
};

const STEPS: DmarcPolicy[] = ['none', 'quarantine', 'reject'];
/** A month of bills and a fortnight of newsletters have passed by then. */
const DAYS_AT: Record<DmarcPolicy, number> = { none: 14, quarantine: 30, reject: 0 };
const FEW_MESSAGES = 100;
/** Forwarders break some of everybody's mail. */
const TOLERATED = 0.001;

/** May the policy be raised by a step? Never by two: what fails at `quarantine` can still be found in a folder. */
export function advisePolicy(policy: DmarcPolicy, reported: ReportedMail): PolicyAdvice {
  const { days, messages, ownFailed } = reported;
  const next = STEPS[STEPS.indexOf(policy) + 1] ?? null;
  const stay = (reason: PolicyAdvice['reason']): PolicyAdvice => ({
    next: null,
    reason,
    wouldLose: ownFailed,
  });
  if (!next) return stay('at_the_end');
  if (messages === 0) return stay('no_reports');
  if (ownFailed > messages * TOLERATED) return stay('own_mail_fails');
  if (days < DAYS_AT[policy]) return stay('too_short');
  if (messages < FEW_MESSAGES) return stay('too_few');
  return { next, reason: 'ready', wouldLose: ownFailed };
}
