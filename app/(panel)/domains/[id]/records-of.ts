import type { DomainView, RecordView } from '@/lib/domains/schema';
import type { Step } from '@/lib/domains/steps';

const PURPOSES: Record<Step, string[]> = {
  senders: [],
  spf: ['spf'],
  dkim: ['dkim'],
  dmarc: ['dmarc'],
  paths: ['return_path', 'tracking', 'ownership'],
  verify: ['spf', 'dkim', 'dmarc', 'return_path', 'tracking', 'ownership'],
};

/** Those that a step is about. */
export function recordsOf({ records }: Pick<DomainView, 'records'>, step: Step): RecordView[] {
  return records.filter(({ purpose }) => PURPOSES[step].includes(purpose));
}
