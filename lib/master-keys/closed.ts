import { open } from '@/lib/crypto/envelope';
import { type Keyring, keyring } from '@/lib/crypto/keyring';
import { log } from '@/lib/log';
import { SEALED_STORES } from './sealed-stores';

const BATCH = 500;
/** No id of a key looks like this: every row has a value that another key has encrypted. */
const ANY_KEY = ':';

/** A sealed value that does not open: its master key is missing or another one, or the value was damaged. */
export type Closed = { owner: string | null; keyId: string };

/** Tries every sealed value of the database. */
export async function findClosed(ring: Keyring = keyring()): Promise<{ opened: number; closed: Closed[] }> {
  let opened = 0;
  const closed: Closed[] = [];
  for (const store of SEALED_STORES)
    for (let after: string | null = null; ; ) {
      const rows = await store.readStale(ANY_KEY, after, BATCH);
      for (const { owner, cells } of rows)
        for (const { sealed, context } of cells)
          if (opens(sealed, context, ring)) opened++;
          else closed.push({ owner, keyId: sealed.split(':')[2] ?? '' });
      after = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH) break;
    }
  return { opened, closed };
}

function opens(...sealed: Parameters<typeof open>): boolean {
  try {
    open(...sealed);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tells the log which secrets do not open, and whose they are: those providers are passed over, all others deliver.
 * @returns the same in sentences, for whoever starts it
 */
export async function warnOfClosed(ring: Keyring = keyring()): Promise<string[]> {
  const { closed } = await findClosed(ring);
  const byKey = Map.groupBy(closed, ({ keyId }) => keyId);
  return [...byKey].map(([keyId, values]) => {
    const owners = ownersOf(values);
    const missing = !ring.keys.has(keyId);
    log.error('secrets do not open', { masterKeyId: keyId, missing, secrets: values.length, owners });
    return tell(keyId, missing, values.length, owners);
  });
}

export function ownersOf(values: Closed[]): string[] {
  return [...new Set(values.flatMap(({ owner }) => owner ?? []))].toSorted();
}

const NAMED = 20;

function tell(keyId: string, missing: boolean, count: number, owners: string[]): string {
  const why = missing ? 'is missing from RELEVO_MASTER_KEY' : 'does not fit them';
  const named = owners.slice(0, NAMED).join(', ');
  const more = owners.length > NAMED ? ` and ${owners.length - NAMED} more` : '';
  const whose = owners.length > 0 ? ` of ${named}${more}` : '';
  return (
    `WARNING: ${count} secrets${whose} do not open: the master key ${keyId} ${why}. ` +
    'A provider whose key in use is among them is passed over until the master key is given and Relevo restarted, or its secret is entered anew; all others deliver.'
  );
}
