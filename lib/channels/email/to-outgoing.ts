import { hostname } from 'node:os';
import type { StoredProviderTemplate, StoredRecipient } from '@/drizzle/schema/messages';
import { isOpen } from '@/lib/channels/open-recipient';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import { asciiDomainOf, withAsciiDomain } from '@/lib/text/ascii-domain';
import { wireHeaders } from './header-value';
import type { Address, OutgoingMessage } from './outgoing-message';

type Content = {
  id: string;
  resendCount: number;
  companyId?: string | null;
  subject: string | null;
  recipients: StoredRecipient[];
  html: string | null;
  text: string | null;
  replyTo: Address[] | null;
  headers: Record<string, string> | null;
  providerTemplate?: StoredProviderTemplate | null;
  tags: string[];
  metadata: Record<string, string> | null;
};

/** The message as an adapter takes it, for those recipients who still wait. Whatever is beyond ASCII gets its form for the wire here. */
export function toOutgoing(
  content: Content,
  from: Address,
  attachments: OutgoingAttachment[],
): OutgoingMessage {
  const addressesOf = (kind: StoredRecipient['kind']): Address[] =>
    content.recipients
      .filter((recipient) => recipient.kind === kind)
      .map(({ address, name }) => toWire({ email: address, name }));
  return {
    id: content.id,
    resendCount: content.resendCount,
    ...(content.companyId !== undefined && { companyId: content.companyId }),
    messageIdHeader: messageIdHeader(content.id, from.email),
    from: toWire(from),
    to: addressesOf('to'),
    cc: addressesOf('cc'),
    bcc: addressesOf('bcc'),
    replyTo: (content.replyTo ?? []).map(toWire),
    subject: content.subject ?? '',
    html: content.html ?? undefined,
    text: content.text ?? undefined,
    ...(content.providerTemplate && { ownTemplate: templateIn(content.providerTemplate) }),
    headers: wireHeaders(content.headers ?? {}),
    attachments,
    tags: content.tags,
    metadata: content.metadata ?? {},
    recipients: [
      ...new Set(content.recipients.filter(isOpen).map((recipient) => withAsciiDomain(recipient.address))),
    ],
  };
}

function templateIn({ id, variables }: StoredProviderTemplate) {
  return { id, variables };
}

function toWire({ email, name }: Address): Address {
  const wire = withAsciiDomain(email);
  return name ? { email: wire, name } : { email: wire };
}

/** The same for every provider and every retry: a receiver can tell a second copy. RFC 5322, 3.6.4. */
export function messageIdHeader(id: string, fromEmail: string): string {
  return `<${id}@${fromEmail.includes('@') ? asciiDomainOf(fromEmail) : hostname()}>`;
}
