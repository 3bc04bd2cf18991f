import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { Outcome } from '../../api/call';
import { asText, readJson } from '../../api/json';
import { judge } from '../../api/judge';
import { multipart } from '../../api/multipart';
import type { MetaConfig } from './settings';
import { authorization, classify, explain, graphUrl } from './to-call';

/**
 * The file goes first and is named afterwards: no link to what is for one person alone, and what is wrong with it shows at once. Whatever
 * happens here, no message has been sent.
 */
export async function uploadFile(
  config: MetaConfig,
  file: OutgoingAttachment,
  signal: AbortSignal,
): Promise<{ mediaId: string } | { outcome: Outcome }> {
  const { type, body } = multipart({ messaging_product: 'whatsapp', type: file.contentType }, ['file', file]);
  const call = {
    method: 'POST' as const,
    url: `${graphUrl(config)}/${config.settings.phoneNumberId}/media`,
    headers: { ...authorization(config), 'content-type': type },
    body,
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }: { text: string }) => asText(readJson<{ id: string }>(text).id),
    explain,
    classify,
  };
  try {
    const outcome = judge(call, await safeFetch({ ...call, signal }));
    if (outcome.outcome === 'accepted' && outcome.providerMessageId)
      return { mediaId: outcome.providerMessageId };
    return {
      outcome:
        outcome.outcome === 'refused' ? outcome : { ...DOWN, code: outcome.code, reply: outcome.reply },
    };
  } catch (error) {
    const { code, message } = error as OutboundError;
    return { outcome: { ...DOWN, code: code ?? 'internal', reply: message.slice(0, 1000) } };
  }
}

const DOWN = { outcome: 'refused', fault: 'provider', permanent: false } as const;
