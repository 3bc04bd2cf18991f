let last = Promise.resolve();

/**
 * Whoever waits here goes on in a turn of the event loop that is of nobody else who waited here: together they would hold it up for as long
 * as all of them need.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
  return last;
}
