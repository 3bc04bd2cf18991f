import type { Context } from '@/lib/context';

/** Whose keys, of idempotency and de-duplication, are not mixed with those of others. */
export function ownerOf({ actor }: Context): string {
  return `${actor.type}:${actor.id ?? actor.label}`;
}
