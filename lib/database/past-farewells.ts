import type postgres from 'postgres';

/** PostgreSQL's word to a connection that it ends. */
const FAREWELL = '57P01';
/** One for each connection of the largest pool, should all of them have heard it. */
const MOST = 10;

/** `state`: of the connection that it was written to; null: of none. */
type Sendable = { state: unknown; handler(query: unknown): void; reject(error: unknown): void };

/**
 * postgres.js (3.4.9) keeps the farewell that reached a connection while it had something to do, and gives it to whoever uses that connection
 * first when it is there again, be it a minute after a restart of the database (https://github.com/porsager/postgres/issues/1223). Such a
 * statement was never sent: it goes once more. One that was under way is told `CONNECTION_CLOSED`, and stays with whoever asked.
 */
export function pastFarewells(client: postgres.Sql): postgres.Sql {
  return new Proxy(client, {
    apply: (target, _this, given) => again(Reflect.apply(target, undefined, given)),
    get: (target, name) => {
      if (name === 'unsafe')
        return (...given: unknown[]) => again(Reflect.apply(target.unsafe, undefined, given));
      if (name === 'begin') return (...given: unknown[]) => beginAgain(target, given);
      return Reflect.get(target, name);
    },
  });
}

function again<T>(made: T): T {
  if (!isSendable(made)) return made;
  const reject = made.reject;
  let tries = 0;
  made.reject = (error) => {
    // The one that was under way hears it, too, long after it was told that its connection is closed.
    if (isFarewell(error) && made.state === null && ++tries <= MOST) made.handler(made);
    else reject(error);
  };
  return made;
}

/** The transaction is begun again, as long as nothing was done in it. */
async function beginAgain(client: postgres.Sql, given: unknown[]): Promise<unknown> {
  const work = given.at(-1) as (tx: postgres.TransactionSql) => unknown;
  let isBegun = false;
  const within = (tx: postgres.TransactionSql) => {
    isBegun = true;
    return work(tx);
  };
  for (let tries = 1; ; tries++)
    try {
      return await Reflect.apply(client.begin, undefined, [...given.slice(0, -1), within]);
    } catch (error) {
      if (isBegun || !isFarewell(error) || tries > MOST) throw error;
    }
}

/** A statement, and no part of one. */
function isSendable(made: unknown): made is Sendable {
  return made instanceof Promise && 'handler' in made && 'reject' in made;
}

function isFarewell(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === FAREWELL;
}
