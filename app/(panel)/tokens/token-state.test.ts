import { expect, it } from 'vitest';
import type { TokenView } from '@/lib/tokens/schema';
import { stateOf } from './token-state';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
const token = (fields: Partial<TokenView>) =>
  ({ revokedAt: null, expiresAt: null, lastUsedAt: null, ...fields }) as TokenView;

it.each<[string, Partial<TokenView>]>([
  ['unused', {}],
  ['active', { lastUsedAt: daysAgo(29) }],
  ['quiet', { lastUsedAt: daysAgo(31) }],
  ['dormant', { lastUsedAt: daysAgo(200) }],
  ['expired', { lastUsedAt: daysAgo(1), expiresAt: daysAgo(0) }],
  ['revoked', { lastUsedAt: daysAgo(1), expiresAt: daysAgo(0), revokedAt: daysAgo(1) }],
])('%s', (state, fields) => expect(stateOf(token(fields), NOW)).toBe(state));
