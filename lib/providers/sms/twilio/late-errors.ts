import type { ReportedDetail, ReportedEvent } from '@/lib/events/inbound';

type Meaning = Pick<ReportedEvent, 'type'> & { reason: ReportedDetail['reason']; cause?: 'recipient' };

const of = (codes: number[], meaning: Meaning): [string, Meaning][] =>
  codes.map((code) => [String(code), meaning]);

/** What Twilio tells minutes after it took a message: https://www.twilio.com/docs/api/errors (read 2026-11). It may change what a code means. */
const LATE = new Map<string, Meaning>([
  // Nobody has this number, or no phone that takes texts.
  ...of([30005, 30006, 21211, 21214, 21217, 21614, 21265, 21635], { type: 'bounced', reason: 'invalid' }),
  // Off, out of reach, or unknown why: so many in a row stop it.
  ...of([30003, 30008], { type: 'failed', reason: 'timed_out', cause: 'recipient' }),
  // A list of those who want none, or a STOP to this sender.
  ...of([30004, 21610], { type: 'failed', reason: 'suppressed' }),
  // Filtered as spam: it says something of the text, nothing of the person.
  ...of([30007], { type: 'failed', reason: 'spam' }),
  ...of([30011, 30019], { type: 'failed', reason: 'content' }),
  // WhatsApp: nobody there, blocked by them, outside the 24 hours, refused text or template.
  ...of([63003, 63024], { type: 'bounced', reason: 'invalid' }),
  ...of([63014, 63033], { type: 'failed', reason: 'suppressed' }),
  ...of([63016, 63005, 63006, 63013, 63021, 63026, 63027, 63028, 63041, 63042], {
    type: 'failed',
    reason: 'content',
  }),
]);

const OTHER: Meaning = { type: 'failed', reason: 'other' };

export function meaningOf(
  code: string | undefined,
  detail: ReportedDetail,
): { type: Meaning['type']; detail: ReportedDetail } {
  const { type, ...why } = LATE.get(code ?? '') ?? OTHER;
  return { type, detail: { ...detail, ...why } };
}
