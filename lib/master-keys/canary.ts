import { eq } from 'drizzle-orm';
import { keyringCanary } from '@/drizzle/schema/master-keys';
import { open, seal } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';
import { EnvError } from '@/lib/env';
import { findClosed } from './closed';
import { CANARY_CONTEXT } from './sealed-canary';

const ID = 'canary';

/**
 * Refuses to go on with a master key that is not this database's: every send would fail, and new secrets would be sealed with it. What
 * alone does not open stops nobody (`warnOfClosed`). @throws EnvError
 */
export async function checkKeyring(): Promise<void> {
  const canary = (await readCanary()) ?? (await plantCanary());
  try {
    open(canary, CANARY_CONTEXT);
  } catch {
    throw misfit();
  }
}

async function readCanary(): Promise<string | undefined> {
  const [row] = await db().select().from(keyringCanary).where(eq(keyringCanary.id, ID));
  return row?.sealed;
}

/** Only beside secrets that this key ring opens: else it would vouch for the wrong one. */
async function plantCanary(): Promise<string> {
  const { opened, closed } = await findClosed();
  if (opened === 0 && closed.length > 0) throw misfit();
  await db()
    .insert(keyringCanary)
    .values({ id: ID, sealed: seal('canary', CANARY_CONTEXT) })
    .onConflictDoNothing();
  return (await readCanary())!;
}

function misfit(): EnvError {
  return new EnvError(
    'RELEVO_MASTER_KEY does not open the secrets of this database: give the key it was set up with (see master.key in the data directory).',
  );
}
