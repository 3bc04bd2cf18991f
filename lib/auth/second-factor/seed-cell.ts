import { open, type SealContext, seal } from '@/lib/crypto/envelope';

/** A seed opens for its own person only. */
export function seedContext(userId: string): SealContext {
  return { table: 'second_factors', column: 'sealed', rowId: userId };
}

export function sealSeed(userId: string, seed: string): string {
  return seal(seed, seedContext(userId));
}

export function openSeed({ userId, sealed }: { userId: string; sealed: string }): string {
  return open(sealed, seedContext(userId));
}
