import type { Outgoing } from '@/lib/channels/outgoing';
import type { SendResult } from '@/lib/channels/results';
import { describeMisfit, type Misfit } from '@/lib/routing/carries';

/** Not sent, because this provider takes no such message, or would drop a part of it silently; another one may carry it. */
export function cannotCarry(
  { recipients }: Pick<Outgoing, 'recipients'>,
  provider: string,
  misfit: Misfit,
): SendResult {
  const misfits = [{ ...misfit, provider }];
  const refused = {
    outcome: 'refused',
    fault: 'cannot_carry',
    permanent: true,
    code: 'unsupported',
    reply: describeMisfit(provider, misfit),
  } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused, misfits })) };
}
