import { open, type SealContext, seal } from '@/lib/crypto/envelope';

/** The secret of a pair opens in its own row only. */
export function accessKeyContext(id: string): SealContext {
  return { table: 'token_access_keys', column: 'sealed', rowId: id };
}

export function sealAccessKey(id: string, secret: string): string {
  return seal(secret, accessKeyContext(id));
}

export function openAccessKey({ id, sealed }: { id: string; sealed: string }): string {
  return open(sealed, accessKeyContext(id));
}
