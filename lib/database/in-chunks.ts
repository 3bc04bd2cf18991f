/** So many rows in one statement of the clean-up: none holds its locks for long, and each can be interrupted. */
export const CHUNK = 1_000;

/** Until one finds fewer than it may delete. @returns how many went */
export async function inChunks(deleteSome: (limit: number) => Promise<number>): Promise<number> {
  for (let deleted = 0; ; ) {
    const count = await deleteSome(CHUNK);
    deleted += count;
    if (count < CHUNK) return deleted;
  }
}
