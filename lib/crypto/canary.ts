import { eq } from 'drizzle-orm';
import { settings } from '@/drizzle/schema/settings';
import { db } from '@/lib/db';
import { EnvError } from '@/lib/env';
import { open, seal } from './envelope';
import { countSealed } from './sealed-stores';

const KEY = 'keyring.canary';
const CONTEXT = { table: 'settings', column: 'value', rowId: KEY };

/** Refuses to start with a master key that does not fit this database: better now than at the first send. @throws EnvError */
export async function checkKeyring(): Promise<void> {
  await db()
    .insert(settings)
    .values({ key: KEY, value: seal('canary', CONTEXT) })
    .onConflictDoNothing();
  const [row] = await db().select().from(settings).where(eq(settings.key, KEY));
  try {
    open(String(row?.value), CONTEXT);
  } catch {
    throw new EnvError(
      'RELEVO_MASTER_KEY does not open the secrets of this database: give the key it was set up with (see master.key in the data directory).',
    );
  }
  await countSealed();
}
