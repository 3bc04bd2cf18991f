/** Within one turn of the event loop. */
const LONGEST_MS = 5;
/** From being let on to the work itself, by way of the promises in between. */
const STEPS = 3;

const waiting: (() => void)[] = [];
let isMoving = false;
let turnBegan: number | undefined;

/**
 * For many short works that may all be ready in one moment, as when what they share has been read: they go on in order, and once a turn of the
 * event loop has been long the rest of them in the next one.
 */
export function inTurns(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (isMoving) return;
    isMoving = true;
    letOn();
  });
}

/** One after the other, so that the work of each counts before the next one begins. */
function letOn(): void {
  if (waiting.length === 0) {
    isMoving = false;
    return;
  }
  if (turnMs() >= LONGEST_MS) {
    setImmediate(letOn);
    return;
  }
  waiting.shift()!();
  after(STEPS, letOn);
}

function turnMs(): number {
  if (turnBegan === undefined) {
    turnBegan = performance.now();
    setImmediate(() => {
      turnBegan = undefined;
    });
  }
  return performance.now() - turnBegan;
}

function after(steps: number, work: () => void): void {
  queueMicrotask(() => (steps > 0 ? after(steps - 1, work) : work()));
}
