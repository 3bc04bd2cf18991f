import { remember } from '@/lib/async/memory';
import { takeShare, workerCount } from '@/lib/capacity/shares';
import type { LoadedProvider } from '@/lib/providers/load';
import { routingFacts } from '@/lib/providers/routing-facts';
import { URGENT } from '@/lib/queue/priority';
import { Lane, type SendPermit } from './lane';

/** Sends begun per connection: enough that none idles while results are written, few enough that a crash leaves little in doubt. */
const SENDS_PER_CONNECTION = 3;
/** In a pace, so many more may get ready meanwhile: the provider is not to wait for our own writing. */
const READY_SECONDS = 0.4;

const lanes = new Map<string, Lane>();
let stopping = false;
remember(reopenLanes);

type Entrant = { priority: number; fromLine: boolean };

/**
 * A free permit at the provider, in its pace. `later`: it would have to be waited for too long to be kept in hand, or others wait in front of
 * the provider already; the message belongs into its line. Null: this process is about to stop, nothing new may begin.
 */
export async function enterLane(
  provider: LoadedProvider,
  { priority, fromLine }: Entrant,
): Promise<SendPermit | 'later' | null> {
  if (stopping) return null;
  const lane = await laneOf(provider);
  if (stopping) return null;
  if (priority !== URGENT && !fromLine && lane.hasLine) return 'later';
  return lane.enter(priority);
}

/** How many messages of its line this process could take up now. */
export async function roomInLane(provider: LoadedProvider): Promise<number> {
  return stopping ? 0 : (await laneOf(provider)).room();
}

/** What was learned of the provider holds at once for those who wait for their permit. */
export async function refreshLane(provider: LoadedProvider): Promise<void> {
  await laneOf(provider);
}

/** The provider was asked too fast: this process leaves it alone for a moment, whatever comes of it. */
export function holdLane(providerId: string, ms: number): void {
  lanes.get(providerId)?.hold(ms);
}

/** What it was asked lately, by this process: begun and accepted in the last second. */
export function speedOf(providerId: string): { begun: number; accepted: number } {
  return lanes.get(providerId)?.speed() ?? { begun: 0, accepted: 0 };
}

/** What is being sent is finished; what waits for a permit is given back. */
export function closeLanes(): void {
  stopping = true;
  for (const lane of lanes.values()) lane.close();
}

/** For tests: as a process that has just begun. */
export function reopenLanes(): void {
  stopping = false;
  lanes.clear();
}

export function isStopping(): boolean {
  return stopping;
}

async function laneOf({ row, adapter, config }: LoadedProvider): Promise<Lane> {
  const state = (await routingFacts()).find(({ id }) => id === row.id);
  const lane = lanes.get(row.id) ?? new Lane(row.id);
  lanes.set(row.id, lane);
  const connections = takeShare(row.id, state?.pace.connections ?? adapter.concurrency(config));
  const ready = Math.ceil((READY_SECONDS * (state?.pace.perSecond ?? 0)) / workerCount());
  lane.adjust({
    size: connections > 0 ? connections * SENDS_PER_CONNECTION + ready : 0,
    // Also where a pool would see to that: who waits there has begun, and nothing that is learned meanwhile holds it back.
    sends: connections,
    perSecond: state?.pace.perSecond ?? null,
    pausedUntil: state?.pace.pausedUntil ?? null,
    inLine: state?.pace.waiting ?? 0,
  });
  return lane;
}
