const memories: (() => void)[] = [];

/**
 * For whoever keeps beyond a call what it read, or counted: `forget` is called where nothing of that is true any more, as in a process that
 * turns to another database. Tests of many files share a process, each with a database of its own (`lib/testing/database.ts`).
 */
export function remember(forget: () => void): void {
  memories.push(forget);
}

export function forgetAll(): void {
  for (const forget of memories) forget();
}
