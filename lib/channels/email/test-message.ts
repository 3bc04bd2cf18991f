import type { Sender } from '@/lib/channels/outgoing';
import { newId } from '@/lib/ids';
import { asciiDomainOf, withAsciiDomain } from '@/lib/text/ascii-domain';
import type { OutgoingMessage } from './outgoing-message';

/** The real message of a connection test. */
export function testMessage(sender: Sender | null, to: string): OutgoingMessage {
  const id = newId();
  const from = { email: withAsciiDomain(sender?.address ?? ''), name: sender?.name };
  const recipient = withAsciiDomain(to);
  return {
    id,
    resendCount: 0,
    messageIdHeader: `<${id}@${asciiDomainOf(from.email)}>`,
    from,
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
