/** Longer ones break in some programs already without us (they become a third longer). */
const MAX_URL = 2_000;

/**
 * A web address to lead somebody to, in the form in which a browser asks for it; null for whatever else stands in a link: other schemes,
 * relative ones, ones with a password, and what readers take for different things.
 */
export function safeTarget(text: string): string | null {
  const trimmed = text.trim();
  // Control characters browsers drop in the middle of a scheme, and backslashes they take for slashes.
  if (!/^https?:\/\/[^/\\?#]/i.test(trimmed) || /[\p{Cc}\\]/u.test(trimmed)) return null;
  const url = URL.parse(trimmed);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.href.length <= MAX_URL && /^[!-~]+$/.test(url.href) ? url.href : null;
}
