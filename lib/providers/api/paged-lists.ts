import type { HeldAddress, HeldPage } from '../list-api';

/** Where a service has several lists: which one, and how far into it. */
type Place<List extends string> = { list: List; at: string };

/** Goes through several lists one after another; `read` answers with where the same list goes on, null at its end. */
export async function pageOfLists<List extends string>(
  lists: readonly List[],
  cursor: string | null,
  read: (place: Place<List>) => Promise<{ held: HeldAddress[]; next: string | null }>,
): Promise<HeldPage> {
  const [name, ...rest] = (cursor ?? '').split(' ');
  const index = Math.max(0, lists.indexOf(name as List));
  const list = lists[index]!;
  const { held, next } = await read({ list, at: rest.join(' ') });
  if (next !== null) return { held, next: `${list} ${next}` };
  const following = lists[index + 1];
  return { held, next: following === undefined ? null : `${following} ` };
}
