import { findChannel } from '@/lib/channels/registry';
import { settingsFor } from '@/lib/companies/settings-for';
import { zoneOf } from '@/lib/contacts/zone-of';
import { URGENT } from '@/lib/queue/priority';
import { heldUntil } from '@/lib/routing/quiet-hours';
import type { Work } from './handling';
import type { Decision } from './next-state';

/** What is tried again of its own accord leaves people alone at night as what is new does. */
export async function afterQuiet({ message, settings }: Work, decision: Decision): Promise<Decision> {
  const channel = findChannel(message.channel);
  if (decision.retryMs === null || !channel) return decision;
  const { category, priority, companyId, recipients } = message;
  const { quietHours } = settings;
  const { name, rings, address } = channel;
  const isMeant =
    quietHours.categories.some((each) => each === category) &&
    quietHours.channels.some((each) => each === name);
  if (!isMeant || priority === URGENT) return decision;
  const { timeZone } = await settingsFor(companyId);
  const [only, ...others] = recipients;
  const asked = { companyId, channel: name, address: address.toCompare(only?.address ?? '') };
  const zone = others.length === 0 ? await zoneOf(asked) : null;
  const now = Date.now();
  const until = heldUntil(
    new Date(now + decision.retryMs),
    { channel: name, rings, urgent: false, category },
    { timeZone: zone ?? timeZone, quietHours },
  );
  return until ? { ...decision, retryMs: until.getTime() - now } : decision;
}
