import { describe, expect, it } from 'vitest';
import { resolveClientAddress } from './client-address';

describe('resolveClientAddress', () => {
  it.each<[string, string | undefined, number, string]>([
    ['203.0.113.9', undefined, 0, '203.0.113.9'],
    ['203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    ['10.0.0.1', 'forged, 198.51.100.1', 1, '198.51.100.1'],
    ['10.0.0.1', 'forged, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
    ['10.0.0.1', ' 198.51.100.1 ,, 10.0.0.2 ', 2, '198.51.100.1'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
    ['10.0.0.1', '', 1, '10.0.0.1'],
    ['::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['::1', undefined, 0, '::1'],
    ['10.0.0.1', '2001:db8::9', 1, '2001:db8::9'],
    // IPv4 within IPv6, with a port, in brackets: as proxies write them.
    ['10.0.0.1', '::ffff:cb00:7109', 1, '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1:50123', 1, '198.51.100.1'],
    ['10.0.0.1', '[2001:db8::9]:50123', 1, '2001:db8::9'],
    ['fe80::1%eth0', undefined, 0, 'fe80::1'],
    // RFC 7239: a proxy may hide it.
    ['10.0.0.1', 'unknown', 1, 'unknown'],
    ['10.0.0.1', '_hidden', 1, 'unknown'],
  ])('socket %s, forwarded %s, %i hops: %s', (socket, forwarded, hops, expected) => {
    expect(resolveClientAddress(socket, forwarded, hops)).toBe(expected);
  });

  it('never takes an address from further left than the trusted proxies wrote', () => {
    expect(resolveClientAddress('10.0.0.1', '198.51.100.1', 3)).toBe('10.0.0.1');
  });
});
