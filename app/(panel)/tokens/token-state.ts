import { IconBan, IconCircleCheck, IconClockOff, IconMoon, IconPlayerPause } from '@tabler/icons-react';
import type { TokenView } from '@/lib/tokens/schema';

const DAY_MS = 86_400_000;
const QUIET_DAYS = 30;
const DORMANT_DAYS = 182;

export const TOKEN_STATES = {
  unused: { tone: 'quiet', icon: IconPlayerPause },
  active: { tone: 'good', icon: IconCircleCheck },
  quiet: { tone: 'quiet', icon: IconMoon },
  dormant: { tone: 'warn', icon: IconMoon },
  expired: { tone: 'quiet', icon: IconClockOff },
  revoked: { tone: 'quiet', icon: IconBan },
} as const;

/** Where a token stands: whether it still works, and then how long nobody has used it (a month, half a year). */
export function stateOf(token: TokenView, now: number): keyof typeof TOKEN_STATES {
  const { revokedAt, expiresAt, lastUsedAt } = token;
  if (revokedAt) return 'revoked';
  if (expiresAt && Date.parse(expiresAt) <= now) return 'expired';
  if (!lastUsedAt) return 'unused';
  const days = (now - Date.parse(lastUsedAt)) / DAY_MS;
  if (days > DORMANT_DAYS) return 'dormant';
  return days > QUIET_DAYS ? 'quiet' : 'active';
}

/** It can still be used. */
export function isAlive(token: TokenView, now: number): boolean {
  return !['revoked', 'expired'].includes(stateOf(token, now));
}

/** So many days before, home and the token's page say that it ends; see `WARNING_DAYS`. */
const SOON_DAYS = 14;

export function endsSoon(token: TokenView, now: number): boolean {
  return isAlive(token, now) && !!token.expiresAt && Date.parse(token.expiresAt) - now <= SOON_DAYS * DAY_MS;
}
