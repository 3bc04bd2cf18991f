/** What was pressed and has no answer yet. */
const underWay = new Set<Promise<unknown>>();
let lastAnswerAt = -1;

export function pressing<T>(answer: Promise<T>): Promise<T> {
  underWay.add(answer);
  const over = () => {
    underWay.delete(answer);
    lastAnswerAt = performance.now();
  };
  answer.then(over, over);
  return answer;
}

/**
 * Waits until what is pressed has its answer, whatever that is: whether one came since (`performance.now()`). It may have brought the
 * browser another session, as a new password does and a second factor, so that who asked before was refused by one that is over.
 */
export async function answeredSince(at: number): Promise<boolean> {
  await Promise.allSettled(underWay);
  return lastAnswerAt >= at;
}
