import { describe, expect, it } from 'vitest';
import { SCOPES } from '@/lib/tokens/schema';
import { nearest } from './nearest';

describe('the name that somebody seems to have meant', () => {
  it.each([
    ['message:send', 'messages:send'],
    ['messages.send', 'messages:send'],
    ['Messages:Send', 'messages:send'],
    ['mesages:raed', 'messages:read'],
    ['provider:write', 'providers:write'],
    ['send', 'messages:send'],
    ['audit', 'audit:read'],
    ['setting:read', 'settings:read'],
  ])('%s: %s', (written, meant) => {
    expect(nearest(written, SCOPES)).toBe(meant);
  });

  it.each(['', '*', 'ab', 'everything', 'everything:archive', 'x'.repeat(100_000)])(
    'none for %s',
    (written) => {
      expect(nearest(written, SCOPES)).toBeUndefined();
    },
  );
});
