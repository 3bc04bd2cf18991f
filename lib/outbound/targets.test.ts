import { describe, expect, it } from 'vitest';
import { isAllowedAddress, isPublicAddress } from './targets';

/** What the hosts of providers resolve to, and others that must be reached: out of their published ranges. */
const PUBLIC = `
  8.8.8.8 1.1.1.1 167.89.115.56 149.72.1.20 159.183.3.4 34.110.180.34 35.241.45.42 198.61.254.21 159.135.224.7 69.72.32.9
  52.94.5.10 54.240.8.1 176.32.98.166 3.5.140.2 13.248.1.1 185.107.232.1 1.179.112.5 104.18.20.30 172.67.1.1 188.114.96.3
  50.31.156.6 104.245.209.192 142.250.184.10 173.194.76.108 40.97.1.2 52.96.0.10 20.190.128.1 17.57.8.1 87.248.98.5 151.101.1.69
  172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1 169.253.1.1 192.167.1.1 198.17.255.1 198.20.0.1 11.0.0.1 223.255.255.1
  2a00:1450:4003:80f::200a 2606:4700::6812:141e 2600:1f18:1:2::3 2603:1026:c0a::1 2a05:d018:1::1 2001:4860:4860::8888 2620:1ec:c11::200
  2a06:98c1:3120::3 2400:cb00:2048:1::6814:1 2001:41d0:1::1 ::ffff:8.8.8.8 ::ffff:34.110.180.34
`;

/** `A.B.C.D` in the forms in which an IPv6 address may carry it. */
function insideIPv6(ipv4: string): string[] {
  const [a, b, c, d] = ipv4.split('.').map(Number) as [number, number, number, number];
  const [high, low] = [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
  return [
    `::ffff:${ipv4}`,
    `::ffff:${high}:${low}`,
    `::${ipv4}`,
    `::ffff:0:${ipv4}`,
    `64:ff9b::${ipv4}`,
    `64:ff9b:1::${high}:${low}`,
    `2002:${high}:${low}::1`,
    `fe80::5efe:${ipv4}`,
    `2606:4700::5efe:${high}:${low}`,
    `2606:4700::200:5efe:${high}:${low}`,
    `2001:0:808:808:0:1:${[(a << 8) | b, (c << 8) | d].map((group) => (group ^ 0xffff).toString(16)).join(':')}`,
  ];
}

const SPECIAL_IPV4 = `
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.1.2.3 169.254.0.1 169.254.169.254 169.254.170.2
  172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7
  203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16 100.100.100.200
`;
const SPECIAL_IPV6 = `
  :: ::1 ::2 64:ff9b::808:808 64:ff9b:1::1 100::1 100:0:0:1::1 2001::1 2001:0:53aa:64c:0:7c25:c1c3:1 2001:2::1 2001:10::1 2001:20::1 2001:30::1
  2001:db8::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fd00:ec2::23 fe80::1 febf::1 fec0::1 ff02::1 ff0e::1
`;
const words = (text: string) => text.trim().split(/\s+/);
const special = [...words(SPECIAL_IPV4), ...words(SPECIAL_IPV4).flatMap(insideIPv6), ...words(SPECIAL_IPV6)];

describe('at the shipped defaults', () => {
  it('public addresses are reached', () => {
    const listed = words(PUBLIC);
    expect(listed.length).toBeGreaterThan(45);
    expect(listed.filter((address) => !isAllowedAddress(address, []))).toEqual([]);
    expect(listed.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('special ones are not, in whatever form', () => {
    expect(special.length).toBeGreaterThan(300);
    expect(special.filter((address) => isAllowedAddress(address, []))).toEqual([]);
    expect(special.filter(isPublicAddress)).toEqual([]);
  });

  it.each(['', 'localhost', '127.0.0.1:80', 'fe80::1%eth0', '2606:4700::1%1', '0x7f000001', '1.2.3'])(
    'what is no address is not: %j',
    (text) => {
      expect(isAllowedAddress(text, [])).toBe(false);
    },
  );
});

describe('what an administrator opens', () => {
  it('is reached, and nothing beside it', () => {
    expect(isAllowedAddress('10.1.2.3', ['10.0.0.0/8'])).toBe(true);
    expect(isAllowedAddress('::ffff:10.1.2.3', ['10.0.0.0/8'])).toBe(true);
    expect(isAllowedAddress('192.168.1.1', ['10.0.0.0/8'])).toBe(false);
    expect(isAllowedAddress('::1', ['::1/128'])).toBe(true);
    expect(isAllowedAddress('fd12::1', ['fd12::/16'])).toBe(true);
  });

  it('never opens the metadata of a cloud, by whatever way', () => {
    const all = ['0.0.0.0/0', '::/0', '64:ff9b::/96', '2002::/16', '2001::/32'];
    const metadata = [
      '169.254.169.254',
      '169.254.170.2',
      '169.254.170.23',
      '100.100.100.200',
      '168.63.129.16',
    ];
    for (const address of [...metadata, ...metadata.flatMap(insideIPv6), 'fd00:ec2::254', 'fd00:ec2::23'])
      expect([address, isAllowedAddress(address, all)]).toEqual([address, false]);
  });
});
