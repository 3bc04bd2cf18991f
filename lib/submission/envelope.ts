import { withAsciiDomain } from '@/lib/text/ascii-domain';
import { SmtpReply } from './reply';

type Mailbox = { email: string; name?: string };
export type Recipients = { to: Mailbox[]; cc: Mailbox[]; bcc: Mailbox[] };
type Shown = Record<'to' | 'cc', Mailbox[]>;

/**
 * An address of the envelope, its domain as DNS knows it: the server hands over `b@bücher.example` for what was `b@xn--bcher-kva.example`.
 * @throws SmtpReply 553 for a local part beyond ASCII, which most providers cannot carry
 */
export function readAddress(address: string): string {
  const local = address.slice(0, address.lastIndexOf('@'));
  if (!/^[\x21-\x7e]+$/.test(local))
    throw new SmtpReply(553, '5.6.7 An address beyond ASCII cannot be reached');
  return withAsciiDomain(address);
}

/**
 * Who gets it is said by the envelope alone; the headers say how each is shown. Who stands in neither `To` nor `Cc` is a blind copy, and who
 * stands there without being in the envelope gets nothing: another message brings it to them.
 */
export function recipientsOf(envelope: readonly string[], shown: Shown): Recipients {
  const recipients: Recipients = { to: [], cc: [], bcc: [] };
  for (const email of envelope) {
    const to = shown.to.find((one) => isSame(one.email, email));
    const cc = shown.cc.find((one) => isSame(one.email, email));
    const name = (to ?? cc)?.name;
    recipients[to ? 'to' : cc ? 'cc' : 'bcc'].push({ email, ...(name && { name }) });
  }
  return recipients;
}

function isSame(a: string, b: string): boolean {
  return withAsciiDomain(a).toLowerCase() === withAsciiDomain(b).toLowerCase();
}
