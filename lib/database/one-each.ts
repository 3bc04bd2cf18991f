import type postgres from 'postgres';
import { Semaphore } from '@/lib/async/semaphore';

type Sendable = {
  handler(query: unknown): void;
  resolve(value: unknown): void;
  reject(error: unknown): void;
};

/**
 * Never more statements under way than connections. Beyond that postgres.js (3.4.9) sends one behind another on the same connection, and asks first
 * what its parameters are, with a Flush and no Sync: a PgBouncer that gives each transaction another server takes the first for all there is,
 * and the answer to the second reaches nobody.
 */
export function oneEach(client: postgres.Sql, max: number): postgres.Sql {
  const turns = new Semaphore(max);
  return new Proxy(client, {
    apply: (target, _this, given) => inTurn(Reflect.apply(target, undefined, given), turns),
    get: (target, name) => {
      if (name === 'unsafe')
        return (...given: unknown[]) => inTurn(Reflect.apply(target.unsafe, undefined, given), turns);
      if (name === 'begin')
        return (...given: unknown[]) => turns.run(() => Reflect.apply(target.begin, undefined, given));
      return Reflect.get(target, name);
    },
  });
}

function inTurn<T>(made: T, turns: Semaphore): T {
  if (!isSendable(made)) return made;
  const { handler, resolve, reject } = made;
  let end: (() => void) | undefined;
  made.handler = (query) => {
    // Sent once more, it has its turn still.
    if (end) return handler.call(made, query);
    void turns.run(
      () =>
        new Promise<void>((done) => {
          end = done;
          handler.call(made, query);
        }),
    );
  };
  made.resolve = (value) => {
    end?.();
    resolve.call(made, value);
  };
  made.reject = (error) => {
    end?.();
    reject.call(made, error);
  };
  return made;
}

/** A statement, and no part of one. */
function isSendable(made: unknown): made is Sendable {
  return made instanceof Promise && 'handler' in made && 'resolve' in made && 'reject' in made;
}
