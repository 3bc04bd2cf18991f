import { addressOf } from './delivery-status';
import { findValue, listValues, parseFields } from './fields';
import type { Mail } from './mail';

export type Feedback = { isComplaint: boolean; recipients: string[] };

/**
 * Of the types in RFC 5965, 7.3, those by which a person says that a mail was unwanted; `opt-out` is of drafts of it. `not-spam` takes that
 * back, `virus` and `auth-failure` (RFC 6591) come from machines.
 */
const COMPLAINTS = new Set(['abuse', 'fraud', 'other', 'opt-out', 'opt-out-list', 'miscategorized']);

/** An abuse report: in ARF (RFC 5965), or as Outlook.com writes it (Junk Mail Reporting Program). */
export function readFeedback(mail: Mail): Feedback | undefined {
  const report = mail.parts.find(({ type }) => type === 'message/feedback-report');
  if (report) {
    const fields = parseFields(report.text.trimStart());
    const type = findValue(fields, 'feedback-type')?.toLowerCase() ?? '';
    const named = ['original-rcpt-to', 'removal-recipient'].flatMap((name) => listValues(fields, name));
    return { isComplaint: COMPLAINTS.has(type), recipients: addressesIn(named) };
  }
  const from = findValue(mail.fields, 'from') ?? '';
  if (/\bstaff@hotmail\.com\b/i.test(from) && /^complaint about message from /i.test(mail.subject)) {
    const original = mail.parts.find(({ type }) => type === 'message/rfc822')?.text ?? '';
    const named = listValues(parseFields(original.trimStart()), 'x-hmxmroriginalrecipient');
    return { isComplaint: true, recipients: addressesIn(named) };
  }
  return undefined;
}

function addressesIn(values: string[]): string[] {
  return [...new Set(values.map(addressOf).filter((address) => address !== undefined))];
}
