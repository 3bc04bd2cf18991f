import { eq } from 'drizzle-orm';
import { settings } from '@/drizzle/schema/settings';
import { open, seal } from '@/lib/crypto/envelope';
import { db } from '@/lib/database/db';
import { EnvError } from '@/lib/env';
import { findClosed } from './closed';

const KEY = 'keyring.canary';
const CONTEXT = { table: 'settings', column: 'value', rowId: KEY };

/**
 * Refuses to go on with a master key that is not this database's: every send would fail, and new secrets would be sealed with it. What
 * alone does not open stops nobody (`warnOfClosed`). @throws EnvError
 */
export async function checkKeyring(): Promise<void> {
  const canary = (await readCanary()) ?? (await plantCanary());
  try {
    open(canary, CONTEXT);
  } catch {
    throw misfit();
  }
}

async function readCanary(): Promise<string | undefined> {
  const [row] = await db().select().from(settings).where(eq(settings.key, KEY));
  return row && String(row.value);
}

/** Only beside secrets that this key ring opens: else it would vouch for the wrong one. */
async function plantCanary(): Promise<string> {
  const { opened, closed } = await findClosed();
  if (opened === 0 && closed.length > 0) throw misfit();
  await db()
    .insert(settings)
    .values({ key: KEY, value: seal('canary', CONTEXT) })
    .onConflictDoNothing();
  return (await readCanary())!;
}

function misfit(): EnvError {
  return new EnvError(
    'RELEVO_MASTER_KEY does not open the secrets of this database: give the key it was set up with (see master.key in the data directory).',
  );
}
