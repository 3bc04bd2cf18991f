import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from './transaction';

type Within = { tx: Transaction; after: Set<() => void> };

const storage = new AsyncLocalStorage<Within>();

/** The transaction that all of this work belongs to, where several verbs are one; undefined: each has its own. */
export function currentTransaction(): Transaction | undefined {
  return storage.getStore()?.tx;
}

/** What others may hear only once it is true: at once where no transaction is shared, else when `within` is told that it was committed. */
export function onceCommitted(tell: () => void): void {
  const shared = storage.getStore();
  if (shared) shared.after.add(tell);
  else tell();
}

/**
 * Verbs called in `work` read and write in this transaction: all of them happen, or none. Caches are passed by meanwhile, so that nobody
 * else hears of what may never be. `committed` is to be called once it is.
 */
export async function within<T>(
  tx: Transaction,
  work: () => Promise<T>,
): Promise<{ result: T; committed: () => void }> {
  const after = storage.getStore()?.after ?? new Set<() => void>();
  const result = await storage.run({ tx, after }, work);
  return {
    result,
    committed: () => {
      for (const tell of after) tell();
    },
  };
}
