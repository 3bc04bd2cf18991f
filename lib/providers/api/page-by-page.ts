/** More than any account has, with a hundred a page: an answer that names a next page for ever ends. */
const MOST_PAGES = 80;

/** All that a list of a service holds, a page after the other. `next`: where the following one begins; null: this was the last one. */
export async function pageByPage<T, At>(
  first: At,
  read: (at: At) => Promise<{ found: T[]; next: At | null }>,
  mostPages = MOST_PAGES,
): Promise<T[]> {
  const all: T[] = [];
  let at: At | null = first;
  for (let page = 0; page < mostPages && at !== null; page++) {
    const { found, next }: { found: T[]; next: At | null } = await read(at);
    all.push(...found);
    at = next;
  }
  return all;
}
