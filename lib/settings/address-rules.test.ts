import { describe, expect, it } from 'vitest';
import { barrierOf } from './address-rules';
import { SecuritySettings } from './schema';

const rules = (allow: string[], deny: string[] = []) => {
  const { panelAllow, panelDeny } = SecuritySettings.parse({ panelAllow: allow, panelDeny: deny });
  return { allow: panelAllow, deny: panelDeny };
};

describe('who is let in', () => {
  it.each<[string[], string[], string | null, 'allow' | 'deny' | null]>([
    // No rule: everybody.
    [[], [], '203.0.113.9', null],
    [[], [], null, null],
    // What is allowed, and nothing else.
    [['203.0.113.0/24'], [], '203.0.113.255', null],
    [['203.0.113.0/24'], [], '203.0.114.0', 'allow'],
    [['203.0.113.9'], [], '203.0.113.9', null],
    [['203.0.113.9'], [], '203.0.113.8', 'allow'],
    [['2001:db8::/32'], [], '2001:db8:ffff::1', null],
    [['2001:db8::/32'], [], '2001:db9::1', 'allow'],
    // Deny wins.
    [['203.0.113.0/24'], ['203.0.113.9'], '203.0.113.9', 'deny'],
    [['203.0.113.0/24'], ['203.0.113.9'], '203.0.113.8', null],
    [['0.0.0.0/0'], ['0.0.0.0/0'], '203.0.113.9', 'deny'],
    [[], ['2001:db8::/32'], '2001:db8::1', 'deny'],
    // One family says nothing of the other.
    [['::/0'], [], '203.0.113.9', 'allow'],
    [[], ['::/0'], '203.0.113.9', null],
    [['0.0.0.0/0'], [], '2001:db8::1', 'allow'],
    // IPv4 within IPv6 is IPv4, on both sides.
    [['203.0.113.0/24'], [], '::ffff:203.0.113.9', null],
    [['203.0.113.0/24'], [], '::ffff:cb00:7109', null],
    [['::ffff:203.0.113.0/120'], [], '203.0.113.9', null],
    [['::ffff:203.0.113.0/120'], [], '203.0.114.9', 'allow'],
    [[], ['::ffff:203.0.113.9'], '203.0.113.9', 'deny'],
    // Whoever cannot be told is kept out by any rule.
    [['0.0.0.0/0', '::/0'], [], null, 'allow'],
    [['0.0.0.0/0', '::/0'], [], 'unknown', 'allow'],
    [[], ['203.0.113.9'], 'unknown', 'deny'],
    [[], ['203.0.113.9'], '', 'deny'],
    // A zone is of the reader's own machine.
    [['fe80::/10'], [], 'fe80::1%eth0', null],
  ])('allow %j, deny %j: %s', (allow, deny, address, expected) => {
    expect(barrierOf(rules(allow, deny), address)).toBe(expected);
  });
});

it.each(['10.0.0.0/33', '10.0.0', 'example.com', '::/129', '1.2.3.4/', '0x7f.1', ''])(
  'is no range: %s',
  (range) => expect(SecuritySettings.safeParse({ apiAllow: [range] }).success).toBe(false),
);
