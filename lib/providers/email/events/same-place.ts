/** Whether two addresses are one: a password in one of them, as people enter it by hand, is none of where it leads. */
export function isSamePlace(a: unknown, b: string): boolean {
  const there = placeOf(a);
  return there !== null && there === placeOf(b);
}

function placeOf(text: unknown): string | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null;
  const { origin, pathname, search } = new URL(text);
  return `${origin}${pathname.replace(/\/+$/, '')}${search}`;
}

/** The password that an address holds, where it does. */
export function passwordIn(text: unknown): string | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null;
  const { password } = new URL(text);
  try {
    return decodeURIComponent(password) || null;
  } catch {
    return password;
  }
}
