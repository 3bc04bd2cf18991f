import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { rewrap } from '@/lib/crypto/envelope';
import { type Keyring, keyring } from '@/lib/crypto/keyring';
import type { SealedRow, SealedStore } from '@/lib/crypto/sealed-store';
import { EnvError } from '@/lib/env';
import { errorMessage } from '@/lib/errors';
import { findClosed, ownersOf } from './closed';
import { adviseOnKeys, countSealed, SEALED_STORES } from './sealed-stores';

const BATCH = 100;
/** A second pass sees what changed hands under the first one; more are only needed while another process seals with an old key. */
const PASSES = 3;

export type Rotation = {
  activeKeyId: string;
  rewrapped: number;
  /** Values that the active key had encrypted already. */
  current: number;
  failed: number;
  /** Which did not open, and why; at most the first 20. */
  failures: { place: string; reason: string }[];
  advice: string[];
};

/**
 * Hands every sealed value to the active master key. Each row is one statement that changes it only if it still is what was
 * read, so nothing is lost whenever this is killed or a secret is replaced meanwhile; run again, it goes on with what is left.
 * @throws EnvError when a master key is missing
 */
export async function rotateKeys(ctx: Context, ring: Keyring = keyring()): Promise<Rotation> {
  const counts = await countSealed(ring);
  await requireAllKeys(counts, ring);
  const current = counts.get(ring.activeId) ?? 0;
  await note(ctx, ring, counts);
  const failures = new Map<string, string>();
  let rewrapped = 0;
  for (let pass = 0; pass < PASSES; pass++)
    for (const store of SEALED_STORES) rewrapped += await walk(store, ring, failures);
  return {
    activeKeyId: ring.activeId,
    rewrapped,
    current,
    failed: failures.size,
    failures: [...failures].slice(0, 20).map(([place, reason]) => ({ place, reason })),
    advice: await adviseOnKeys(ring),
  };
}

/** A rotation ends with keys being thrown away: the time to say that one is missing already. */
async function requireAllKeys(counts: Map<string, number>, ring: Keyring): Promise<void> {
  for (const [id, count] of counts) {
    if (ring.keys.has(id)) continue;
    const owners = ownersOf((await findClosed(ring)).closed.filter(({ keyId }) => keyId === id));
    throw new EnvError(
      `RELEVO_MASTER_KEY: the key ${id}, which encrypts ${count} secrets of this database, is missing (${owners.join(', ')}). Give it, or enter those secrets anew first.`,
    );
  }
}

/** Before anything changes: a run that is killed was a run. */
async function note(ctx: Context, ring: Keyring, counts: Map<string, number>): Promise<void> {
  await mutation(ctx, 'keyring.rotate', async () => ({
    result: undefined,
    subjectId: null,
    before: { counts: Object.fromEntries(counts) },
    after: { activeKeyId: ring.activeId },
  }));
}

/** @returns how many values it handed over */
async function walk(store: SealedStore, ring: Keyring, failures: Map<string, string>): Promise<number> {
  let rewrapped = 0;
  for (let after: string | null = null; ; ) {
    const rows: SealedRow[] = await store.readStale(ring.activeId, after, BATCH);
    for (const row of rows) {
      const sealed = rewrapRow(row, ring, (name, reason) =>
        failures.set(`${store.name} ${row.id} ${name}`, reason),
      );
      const changed = Object.keys(sealed).length;
      if (changed > 0 && (await store.replace(row, sealed))) rewrapped += changed;
    }
    after = rows.at(-1)?.id ?? null;
    if (rows.length < BATCH) return rewrapped;
  }
}

function rewrapRow(row: SealedRow, ring: Keyring, fail: (name: string, reason: string) => void) {
  const sealed: Record<string, string> = {};
  for (const { name, sealed: old, context } of row.cells) {
    if (old.startsWith(`enc:v1:${ring.activeId}:`)) continue;
    try {
      sealed[name] = rewrap(old, context, ring);
    } catch (error) {
      fail(name, errorMessage(error));
    }
  }
  return sealed;
}
