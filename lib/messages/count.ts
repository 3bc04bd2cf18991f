import type { Context } from '@/lib/context';
import { findIds } from './find-ids';
import type { Wanted } from './places';

/** Beyond, nobody needs to know how many: "more than 1,000". */
export const MOST_COUNTED = 1_000;
const AT_ONCE = 250;
/** For those that lie far apart: what has been met by then is told. */
const LONGEST_MS = 150;

/** `exact: false`: there are more than `count`, or may be. */
export type MessageCount = { count: number; exact: boolean };

/** How many match, by the same indexes as the list; it stops at a thousand, and when it takes too long. */
export async function countMessages(
  ctx: Context,
  filter: Wanted,
  longestMs = LONGEST_MS,
): Promise<MessageCount> {
  const until = performance.now() + longestMs;
  let count = 0;
  for await (const ids of findIds(ctx, filter, AT_ONCE)) {
    count += ids.length;
    if (count > MOST_COUNTED) return { count: MOST_COUNTED, exact: false };
    if (performance.now() > until) return { count, exact: false };
  }
  return { count, exact: true };
}
