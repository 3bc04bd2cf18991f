import { remember } from '@/lib/async/memory';
import { shareOf } from '@/lib/routing/pace';

/** This worker among those that live, told with each beat of the heart; a process that is none of them counts as the only one. */
let place = { index: 0, count: 1 };
/** Connections that each provider allows, to all workers together. */
const connections = new Map<string, number>();
const followers = new Set<() => void>();
remember(() => {
  place = { index: 0, count: 1 };
  connections.clear();
});

export function tellWorkers(index: number, count: number): void {
  const before = place;
  place = { index: Math.max(0, index), count: Math.max(1, count) };
  if (place.index !== before.index || place.count !== before.count) for (const follow of followers) follow();
}

/** Calls `follow` when other workers have come or gone. @returns what ends that */
export function followShares(follow: () => void): () => void {
  followers.add(follow);
  return () => followers.delete(follow);
}

export function workerCount(): number {
  return place.count;
}

/** This process' part of what all workers have together. */
export function ownShare(all: number): number {
  return shareOf(all, place);
}

/** How many connections to a provider this process may have at once, of `all`; 0: the other workers have them all. */
export function takeShare(providerId: string, all: number): number {
  connections.set(providerId, all);
  return ownShare(all);
}

/** The same for the pool that opens them; undefined: nobody has counted yet. */
export function shareFor(providerId: string): number | undefined {
  const all = connections.get(providerId);
  return all === undefined ? undefined : ownShare(all);
}
