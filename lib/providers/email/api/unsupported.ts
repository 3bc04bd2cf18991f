import type { OutgoingMessage, SendResult } from '../../adapter';

/** Not sent, because this provider takes no such message, or would drop a part of it silently; another one may carry it. */
export function cannotCarry({ recipients }: OutgoingMessage, reply: string): SendResult {
  const refused = {
    outcome: 'refused',
    fault: 'cannot_carry',
    permanent: true,
    code: 'unsupported',
  } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused, reply })) };
}
