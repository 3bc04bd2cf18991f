import type { OutgoingMessage, SendResult } from '../../adapter';

/** Not sent, because this provider would drop a part of the message silently; another one may carry it. */
export function cannotCarry({ recipients }: OutgoingMessage, reply: string): SendResult {
  const refused = { outcome: 'refused', fault: 'provider', permanent: true, code: 'unsupported' } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused, reply })) };
}
