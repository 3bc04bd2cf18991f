import { env } from '@/lib/env';

/** Where recipients reach this system; null: nobody said, so no link can lead here. Only what may stand in HTML and in a header as it is. */
export function publicAddress(): string | null {
  const given = env().PUBLIC_URL?.replace(/\/+$/, '');
  return given && /^https?:\/\/[\w.~:/%[\]-]+$/i.test(given) ? given : null;
}
