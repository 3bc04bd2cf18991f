import type { StoredCargo } from '@/drizzle/schema/stored-cargo';

/** What so many of its recipients take of limits and cost: each part of a text counts, as providers count and charge them. */
export function unitsOf({ cargo }: { cargo: StoredCargo | null }, recipients: number): number {
  return recipients * (cargo?.segments ?? 1);
}
