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
  ])('socket %s, forwarded %s, %i hops: %s', (socket, forwarded, hops, expected) => {
    expect(resolveClientAddress(socket, forwarded, hops)).toBe(expected);
  });

  it('never takes an address from further left than the trusted proxies wrote', () => {
    expect(resolveClientAddress('10.0.0.1', '198.51.100.1', 3)).toBe('10.0.0.1');
  });
});
