import { Semaphore } from '@/lib/async/semaphore';
import { connect, LOOKUPS_ONLY, type Sql } from './db';

/** As few as leave a server with a hundred connections room for several processes. */
const turns = new Semaphore(4);

/**
 * Work that needs one connection to itself, such as for a temporary table. Not one that the pool reserves: postgres.js forgets whoever waits for
 * it where that connection is lost meanwhile, and the pool is one smaller from then on (https://github.com/porsager/postgres/issues/1195).
 */
export function onOwnConnection<T>(work: (own: Sql) => Promise<T>): Promise<T> {
  return turns.run(async () => {
    const own = connect(1, LOOKUPS_ONLY);
    try {
      return await work(own);
    } finally {
      await own.end({ timeout: 1 });
    }
  });
}
