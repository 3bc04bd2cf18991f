import type { LoadedProvider } from '@/lib/providers/load';
import { routingFacts } from '@/lib/providers/routing-facts';
import { effectiveFor } from '@/lib/settings/effective';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { Wait } from './next-state';
import { expectTurn, leaveStanding } from './waiting-line';

export type FoundWait = Wait & { providerId: string };

type Asked = { provider: LoadedProvider; settings: DeliverySettings; fromLine: boolean };

/** Behind those who wait for the provider's pace already. */
export async function waitInPace(provider: LoadedProvider, pausedMs = 0): Promise<FoundWait> {
  const { row } = provider;
  const { perSecond, restMs } = await readPace(row.id);
  const at = await expectTurn({ provider, unit: 'second', until: new Date(), perSecond });
  return {
    reason: 'paced',
    providerId: row.id,
    ms: Math.round(Math.max(pausedMs, restMs) + untilMs(at)),
  };
}

/**
 * How long the message would wait for the provider's pace; or that this is too long, by the settings, while another one could be asked. Who
 * stands in the line has been waiting, so that only a pause of the provider's counts.
 */
export async function waitOrPass({
  provider,
  settings,
  fromLine,
}: Asked): Promise<{ wait: FoundWait } | { until: Date }> {
  const { pace } = effectiveFor(settings, provider.row.overrides);
  const wait = await waitInPace(provider);
  const ms = fromLine ? (await readPace(provider.row.id)).restMs : wait.ms;
  if (ms <= pace.failOverAfterSeconds * 1000) return { wait };
  leaveStanding(provider.row.id);
  return { until: new Date(Date.now() + ms) };
}

async function readPace(providerId: string): Promise<{ perSecond: number | null; restMs: number }> {
  const state = (await routingFacts()).find(({ id }) => id === providerId);
  const { perSecond = null, pausedUntil = null } = state?.pace ?? {};
  return { perSecond, restMs: pausedUntil ? untilMs(pausedUntil) : 0 };
}

/** In milliseconds; 0 where it is over. */
export function untilMs(until: Date): number {
  return Math.max(0, until.getTime() - Date.now());
}
