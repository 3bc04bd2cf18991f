import { sha256 } from '@/lib/crypto/compare';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';

/** A secret that waits opens in its own row only. */
export function pickupContext(id: string): SealContext {
  return { table: 'token_pickups', column: 'sealed', rowId: id };
}

export function sealPickup(id: string, token: string): string {
  return seal(token, pickupContext(id));
}

export function openPickup({ id, sealed }: { id: string; sealed: string }): string {
  return open(sealed, pickupContext(id));
}

/**
 * What its link holds. It follows from the secret, so that a mail that has to be written again has the same link, and leads back to it by no
 * way but ours. Only a hash of it is stored.
 */
export function linkCode(token: string): string {
  return sha256(`relevo token pick-up|${token}`).toString('base64url');
}

export function linkHash(code: string): Buffer {
  return sha256(code);
}
