import { sleep } from '@/lib/async/abort';
import { dissolveLine } from '@/lib/backlog/release';
import { countLines } from '@/lib/capacity/lines';
import { log } from '@/lib/log';
import { cachedProviders } from '@/lib/providers/cache';
import type { LoadedProvider } from '@/lib/providers/load';
import { routingFacts } from '@/lib/providers/routing-facts';
import type { ProviderState } from '@/lib/routing/state';
import { takeUpLine } from './deliver';
import { roomInLane } from './pace/lanes';

const EVERY_MS = 200;
const MOST_AT_ONCE = 500;
/** The first of the line may need more room than there is: no use in asking again at once. */
const REST_MS = 3_000;
/** Nobody else takes those who wait for a provider that asked for a long pause. */
const LONG_REST_MS = 10_000;
const ROUTED_ANEW = 100;

const restsUntil = new Map<string, number>();

/** Takes messages out of the lines as fast as their providers let them go, until stopped. */
export class LinePuller {
  private readonly stopping = new AbortController();
  private readonly done: Promise<void>;

  constructor(private readonly workerId: string) {
    this.done = this.run();
  }

  stop(): Promise<void> {
    this.stopping.abort();
    return this.done;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const taken = await pullLines(this.workerId).catch((error: unknown) => {
        log.warn('lines wait', { error });
        return 0;
      });
      if (taken < MOST_AT_ONCE) await sleep(EVERY_MS, signal);
    }
  }
}

/** One round over all lines. @returns how many messages were taken up */
export async function pullLines(workerId: string): Promise<number> {
  const lines = await countLines();
  if (lines.size === 0) return 0;
  const [providers, facts] = await Promise.all([cachedProviders(), routingFacts()]);
  const rounds = [...lines.keys()].map(async (providerId) => {
    const provider = providers.find(({ row }) => row.id === providerId);
    const state = facts.find(({ id }) => id === providerId);
    if (provider && state && !isOutOfService(state)) return pull(workerId, provider, state);
    // A provider that is gone, or rests: its line is routed anew.
    return dissolveLine(providerId || null);
  });
  const taken = await Promise.all(rounds);
  return taken.reduce((sum, each) => sum + each, 0);
}

/** Takes up what has room in the lane and in the limits now. */
async function pull(workerId: string, provider: LoadedProvider, state: ProviderState): Promise<number> {
  const { id } = state;
  if (isFull(state) || (restsUntil.get(id) ?? 0) > Date.now()) return 0;
  const count = await countToTake(provider, state);
  if (count === 0) return 0;
  const { taken, moved } = await takeUpLine(workerId, {
    providerId: id,
    count,
    urgentOnly: state.fullFor.others !== null,
  });
  // Not waited for: there is room for more of them before the last of these has its permit.
  void moved.then(
    (any) => {
      if (taken > 0 && !any) restsUntil.set(id, Date.now() + (state.slow.inLine ? LONG_REST_MS : REST_MS));
      else restsUntil.delete(id);
    },
    (error: unknown) => log.warn('a line waits', { provider: state.name, error }),
  );
  return taken;
}

/** While the provider asks for a longer pause than the settings allow, those who wait are routed anew: another one may take them. */
async function countToTake(provider: LoadedProvider, { breaker, slow }: ProviderState): Promise<number> {
  if (slow.inLine) return ROUTED_ANEW;
  // Half open: one of them is the probe.
  return breaker === 'half_open' ? 1 : Math.min(await roomInLane(provider), MOST_AT_ONCE);
}

/** A part of each limit is kept for urgent ones. */
function isFull({ fullFor, breaker }: ProviderState): boolean {
  return (fullFor.others !== null && fullFor.urgent !== null) || breaker === 'probing';
}

function isOutOfService({ active, breaker, misconfigured }: ProviderState): boolean {
  return !active || misconfigured || breaker === 'open';
}
