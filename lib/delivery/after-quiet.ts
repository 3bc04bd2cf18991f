import { findChannel } from '@/lib/channels/registry';
import { settingsFor } from '@/lib/companies/settings-for';
import { heldUntil } from '@/lib/routing/quiet-hours';
import type { Work } from './handling';
import type { Decision } from './next-state';

const URGENT = 0;

/** What is tried again of its own accord leaves phones alone at night as what is new does. */
export async function afterQuiet({ message, settings }: Work, decision: Decision): Promise<Decision> {
  const rings = findChannel(message.channel)?.rings;
  if (decision.retryMs === null || !rings) return decision;
  const { category, priority, companyId } = message;
  const { timeZone } = await settingsFor(companyId);
  const now = Date.now();
  const until = heldUntil(
    new Date(now + decision.retryMs),
    { rings, urgent: priority === URGENT, category },
    { timeZone, quietHours: settings.quietHours },
  );
  return until ? { ...decision, retryMs: until.getTime() - now } : decision;
}
