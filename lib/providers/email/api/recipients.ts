import { domainToUnicode } from 'node:url';
import { encodeName } from '@/lib/channels/email/header-text';
import type { Address, OutgoingMessage } from '@/lib/channels/email/outgoing-message';

export type Addressees = { to: Address[]; cc: Address[]; bcc: Address[] };

/**
 * Those who still wait, by kind. On a retry the `to` people may have it already; APIs insist on one, so then
 * a `cc` or `bcc` person moves up alone, without the others seeing more than before.
 */
export function addressees(message: OutgoingMessage): Addressees {
  const waiting = (list: Address[]) => list.filter(({ email }) => message.recipients.includes(email));
  const [to, cc, bcc] = [waiting(message.to), waiting(message.cc), waiting(message.bcc)];
  if (to.length > 0) return { to, cc, bcc };
  if (cc.length > 0) return { to: cc, cc: [], bcc };
  return { to: bcc.slice(0, 1), cc: [], bcc: bcc.slice(1) };
}

/** Each person in the first field that has them, for an API that refuses others: the case of letters makes no other person there. */
export function eachOnce({ to, cc, bcc }: Addressees): Addressees {
  const seen = new Set<string>();
  const once = (list: Address[]) =>
    list.filter(({ email }) => {
      const key = email.toLowerCase();
      return !seen.has(key) && seen.add(key);
    });
  return { to: once(to), cc: once(cc), bcc: once(bcc) };
}

/** The recipients whose addresses stand in an error's words, as they went or with the domain as people write it. */
export function addressesIn(text: string, { recipients }: Pick<OutgoingMessage, 'recipients'>): string[] {
  return recipients.filter((address) => asWord(address).test(text) || asWord(inUnicode(address)).test(text));
}

/** Of our own address, and of no recipient's. */
export function namesOnlyTheSender(text: string, message: OutgoingMessage): boolean {
  return (
    addressesIn(text, message).length === 0 &&
    addressesIn(text, { recipients: [message.from.email] }).length > 0
  );
}

const FIELD = /(?<!\w)(to|cc|bcc)\W{1,3}(?:parameter|field|address|illegal|invalid)|valid in (to|cc|bcc)\b/i;

/** All recipients in the field that an error names, as it stood in the request. */
export function fieldIn(text: string, message: OutgoingMessage): string[] {
  const field = FIELD.exec(text)?.slice(1).find(Boolean)?.toLowerCase();
  return field ? addressees(message)[field as keyof Addressees].map(({ email }) => email) : [];
}

function inUnicode(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  return address.slice(0, at) + (domainToUnicode(address.slice(at)) || address.slice(at));
}

function asWord(address: string): RegExp {
  const escaped = address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_.+-])${escaped}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`, 'iu');
}

/** `Name <a@b.c>` for APIs that take text; quotes and backslashes in the name are escaped (RFC 5322). */
export function toMailbox({ email, name }: Address): string {
  if (name?.includes('=?')) return `${encodeName(name)} <${email}>`;
  return name ? `"${name.replace(/(["\\])/g, '\\$1')}" <${email}>` : email;
}
