/**
 * Keyset paging knows only the way forward, so the way back is the stack of cursors that led here.
 * Empty: the newest page. The last entry is the page shown.
 */
export type CursorStack = string[];

/** Long enough for a person, short enough for a URL. */
const MAX_DEPTH = 40;

export function olderPage(stack: CursorStack, nextCursor: string): CursorStack {
  return [...stack, nextCursor].slice(-MAX_DEPTH);
}

export function newerPage(stack: CursorStack): CursorStack {
  return stack.slice(0, -1);
}

export function currentCursor(stack: CursorStack): string | undefined {
  return stack.at(-1);
}
