import type { SendResult } from '@/lib/channels/results';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import { lastAnswer } from '@/lib/events/last-answer';

const HOUR_MS = 3_600_000;
/** The last minutes of the day are not counted on: a message that is late costs quality, and is refused. */
const WINDOW_MS = 24 * HOUR_MS - 5 * 60_000;

export type Way = { by: 'text' } | { by: 'template' } | { by: 'none' };

/**
 * How a message may go, before anybody is asked: as it is while the person's last message is younger than 24 hours, else by its template.
 * Nobody learns it by failing. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows
 */
export async function wayOf(
  providerId: string,
  { to, text, file, template }: OutgoingWhatsApp,
): Promise<Way> {
  if (text === undefined && !file) return { by: template ? 'template' : 'none' };
  const since = new Date(Date.now() - WINDOW_MS);
  if (await lastAnswer(to, { providerId, since })) return { by: 'text' };
  return { by: template ? 'template' : 'none' };
}

/** The hours are those of one number: to another one they may have written. */
export function windowClosed({ recipients }: OutgoingWhatsApp): SendResult {
  const refused = {
    outcome: 'refused',
    fault: 'cannot_carry',
    permanent: true,
    code: 'window_closed',
    reply:
      'They have not written to this number within the last 24 hours: until then WhatsApp carries approved templates only, and the message has none.',
  } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused })) };
}
