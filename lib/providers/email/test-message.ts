import { newId } from '@/lib/ids';
import type { Address, OutgoingMessage } from '../adapter';

/** The real message of a connection test. */
export function testMessage(from: Address, to: string): OutgoingMessage {
  const id = newId();
  return {
    id,
    resendCount: 0,
    messageIdHeader: `<${id}@${from.email.split('@')[1]}>`,
    from,
    to: [{ email: to }],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: 'Relevo: connection test',
    text: 'This message was sent by the connection test of Relevo. It arrived: all is well.',
    headers: {},
    attachments: [],
    recipients: [to],
  };
}
