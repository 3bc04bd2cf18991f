import { parseToken } from './format';

const LIKE_A_TOKEN = /rlv_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}/g;

/** A token that somebody pasted, as it is shown elsewhere: recognised, and of no use. Its checksum tells it from what only looks like one. */
export function maskTokens(text: string): string {
  // Bodies have megabytes, and hardly ever one of these.
  if (!text.includes('rlv_')) return text;
  return text.replace(LIKE_A_TOKEN, (token) =>
    parseToken(token) ? `${token.slice(0, 16)}_…${token.slice(-4)}` : token,
  );
}

/** The same of every text in it, names of fields too. */
export function maskTokensIn<T>(value: T): T {
  if (typeof value === 'string') return maskTokens(value) as T;
  if (Array.isArray(value)) return value.map((item) => maskTokensIn(item)) as T;
  if (value === null || typeof value !== 'object') return value;
  const masked = Object.entries(value).map(([name, item]) => [maskTokens(name), maskTokensIn(item)]);
  return Object.fromEntries(masked) as T;
}
