'use client';

import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs';
import { currentCursor, newerPage, olderPage } from './cursor-stack';

const parser = parseAsArrayOf(parseAsString).withDefault([]).withOptions({ history: 'push' });

/** The page of a keyset list, kept in the URL as `?page=`. */
export function useCursorStack() {
  const [stack, setStack] = useQueryState('page', parser);
  return {
    cursor: currentCursor(stack),
    atNewest: stack.length === 0,
    older: (nextCursor: string) => void setStack(olderPage(stack, nextCursor)),
    newer: () => void setStack(stack.length > 1 ? newerPage(stack) : null),
  };
}
