import type { Outgoing } from '@/lib/channels/outgoing';
import type { SendResult } from '@/lib/channels/results';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { ApiCall } from '../api/call';
import { judge, judgeSilence } from '../api/judge';

/** One request, one recipient, one outcome. Nobody who has it already is asked for again. */
export async function sendOne(
  message: Pick<Outgoing, 'recipients'>,
  call: ApiCall,
  signal: AbortSignal,
): Promise<SendResult> {
  const { method, url, headers, body, timeoutMs } = call;
  const outcome = await safeFetch({ method, url, headers, body, timeoutMs, signal }).then(
    (reply) => judge(call, reply),
    (error: OutboundError) => judgeSilence(error),
  );
  return { outcomes: message.recipients.map((address) => ({ address, ...outcome })) };
}
