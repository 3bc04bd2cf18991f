import type { Client } from 'pg';
import { open } from '@/lib/crypto/envelope';
import type { Keyring } from '@/lib/crypto/keyring';
import { AppError } from '@/lib/errors';
import { CANARY_CONTEXT } from '@/lib/master-keys/sealed-canary';

/** That the secrets of the database open with the keys that came with it. @throws AppError */
export async function openOne(client: Client, ring: Keyring): Promise<void> {
  const { rows } = await client.query<{ sealed: string }>('select sealed from keyring_canary limit 1');
  for (const { sealed } of rows)
    try {
      open(sealed, CANARY_CONTEXT, ring);
    } catch {
      throw new AppError('validation_failed', 'The master key in the backup does not open its secrets.');
    }
}
