import type { SendResult } from '@/lib/channels/results';
import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import type { WhatsAppTemplate } from '@/lib/channels/whatsapp/schema';
import { lastAnswer } from '@/lib/events/last-answer';
import { currentSettings } from '@/lib/settings/current';
import { causesByCode } from '../api/causes';
import { faultOf } from './known-template';

const HOUR_MS = 3_600_000;
/** The last minutes of the day are not counted on: a message that is late costs quality, and is refused. */
const WINDOW_MS = 24 * HOUR_MS - 5 * 60_000;

/** `closed`: no template stands for it, or none may; `not_approved`, `variables`: the one that does would be refused. */
export type Refusal = { by: 'none'; why: 'closed' | 'refused' | 'not_approved' | 'variables'; said?: string };
export type Way = { by: 'text' } | { by: 'template'; template: WhatsAppTemplate } | Refusal;

/**
 * How a message may go, before anybody is asked: as it is while the person's last message is younger than 24 hours, else by its template.
 * Nobody learns it by failing. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows
 */
export async function wayOf(providerId: string, message: OutgoingWhatsApp): Promise<Way> {
  const { to, text, file, template, bound } = message;
  const isFree = text !== undefined || file !== undefined;
  if (isFree) {
    const since = new Date(Date.now() - WINDOW_MS);
    if (await lastAnswer(to, { providerId, since })) return { by: 'text' };
  }
  if (template) return byTemplate(providerId, template);
  const stands = bound?.[providerId];
  if (!stands) return { by: 'none', why: 'closed' };
  const { whatsapp } = (await currentSettings()).delivery;
  return whatsapp.outsideWindow === 'refuse'
    ? { by: 'none', why: 'refused' }
    : byTemplate(providerId, stands);
}

async function byTemplate(providerId: string, template: WhatsAppTemplate): Promise<Way> {
  const fault = await faultOf(providerId, template);
  return fault ? { by: 'none', ...fault } : { by: 'template', template };
}

const NOT_WRITTEN =
  'They have not written to this number within the last 24 hours: until then WhatsApp carries approved templates only';

const WORDS: Record<Refusal['why'], { code: string; reply: string }> = {
  closed: { code: 'window_closed', reply: `${NOT_WRITTEN}, and the message has none.` },
  refused: { code: 'window_refused', reply: `${NOT_WRITTEN}, and by the settings none goes in its place.` },
  not_approved: { code: 'template_not_approved', reply: 'WhatsApp has not approved its template' },
  variables: { code: 'template_variables', reply: 'Its template wants other variables' },
};

/** The hours and the templates are those of one number: another one may carry it. */
export function refusedFor({ recipients }: OutgoingWhatsApp, { why, said }: Refusal): SendResult {
  const { code, reply } = WORDS[why];
  const refused = {
    outcome: 'refused',
    fault: 'cannot_carry',
    permanent: true,
    code,
    reply: said ? `${reply}: ${said}` : reply,
  } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused })) };
}

export const windowCause = causesByCode({
  window: [WORDS.closed.code, WORDS.refused.code],
  template: [WORDS.not_approved.code, WORDS.variables.code],
});
