import { shareOf } from '@/lib/routing/pace';

/** This worker among those that live, told with each beat of the heart; a process that is none of them counts as the only one. */
let place = { index: 0, count: 1 };
const connections = new Map<string, number>();

export function tellWorkers(index: number, count: number): void {
  place = { index: Math.max(0, index), count: Math.max(1, count) };
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
  const own = ownShare(all);
  connections.set(providerId, own);
  return own;
}

/** The same for the pool that opens them; undefined: nobody has counted yet. */
export function shareFor(providerId: string): number | undefined {
  return connections.get(providerId);
}
