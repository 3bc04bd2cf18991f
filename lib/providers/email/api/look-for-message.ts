import type { ReportedEvent } from '@/lib/events/inbound';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { Sought } from '../../adapter';
import { fieldsOf, listOf } from '../events/fields';

const LIMIT_MS = 10_000;

/** What it says of a message in its list, or null where that is another message. */
type Read = (entry: unknown) => { recipients: string[]; at: Date | null; theirId?: string } | null;

type Way = {
  /** The list to look into for one recipient. */
  url: (recipient: string) => string;
  headers: Record<string, string>;
  /** The field that has the list. */
  list: string;
  read: Read;
};

/**
 * Looks into a provider's own list for those of a message of whom nobody knows. That one is not in it proves nothing: all of these lists
 * come some seconds to minutes after the mail. @throws where it does not answer with a list
 */
export async function lookForMessage(
  { messageId, recipients }: Sought,
  { url, headers, list, read }: Way,
  signal: AbortSignal,
): Promise<ReportedEvent[]> {
  const found = new Map<string, ReportedEvent>();
  for (const recipient of recipients) {
    if (found.has(recipient.toLowerCase())) continue;
    const reply = await safeFetch({
      method: 'GET',
      url: url(recipient),
      headers,
      timeoutMs: LIMIT_MS,
      signal,
    });
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text.slice(0, 300)}`);
    for (const entry of listOf(fieldsOf(JSON.parse(reply.text))[list])) {
      const said = read(entry);
      for (const one of said?.recipients ?? [])
        found.set(one.toLowerCase(), {
          messageId,
          key: `found ${said?.theirId ?? messageId} ${one.toLowerCase()}`,
          recipient: one,
          type: 'sent',
          at: said?.at ?? null,
          detail: { asked: true },
        });
    }
  }
  const sought = new Set(recipients.map((recipient) => recipient.toLowerCase()));
  return [...found].filter(([recipient]) => sought.has(recipient)).map(([, event]) => event);
}
