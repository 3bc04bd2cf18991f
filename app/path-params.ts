/** The parts of a page's address as they were meant: Next hands them to a page as they stand in the URL, `Own%20server`. */
export async function pathParams<T extends Record<string, string>>(params: Promise<T>): Promise<T> {
  const written = Object.entries(await params);
  return Object.fromEntries(written.map(([name, part]) => [name, decode(part)])) as T;
}

/** A lone `%` was typed by hand. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
