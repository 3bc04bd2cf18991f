/** `matched`: from the cursor on. `nextCursor`: null where nothing is left. */
export type Stepped = { matched: number; replayed: number; nextCursor: string | null };

/** What is done to many in calls of some thousands each, to its end: each goes on where the one before stopped. @returns the sum */
export async function inSteps(step: (cursor?: string) => Promise<Stepped>): Promise<Stepped> {
  const sum = await step();
  while (sum.nextCursor) {
    const { replayed, nextCursor } = await step(sum.nextCursor);
    sum.replayed += replayed;
    sum.nextCursor = nextCursor;
  }
  return sum;
}
