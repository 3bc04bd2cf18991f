import type { Address, OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { newId } from '@/lib/ids';
import { asciiDomainOf, withAsciiDomain } from '@/lib/text/ascii-domain';

/** The real message of a connection test. */
export function testMessage(from: Address, to: string): OutgoingMessage {
  const id = newId();
  const wire = { ...from, email: withAsciiDomain(from.email) };
  const recipient = withAsciiDomain(to);
  return {
    id,
    resendCount: 0,
    messageIdHeader: `<${id}@${asciiDomainOf(from.email)}>`,
    from: wire,
    to: [{ email: recipient }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: 'Relevo: connection test',
    text: 'This message was sent by the connection test of Relevo. It arrived: all is well.',
    headers: {},
    attachments: [],
    tags: [],
    metadata: {},
    recipients: [recipient],
  };
}
