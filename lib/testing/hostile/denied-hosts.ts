/**
 * Ways to write addresses that nothing of ours may be led to, as the host of a URL: what the URL standard, the DNS and IPv6 make of them is
 * this machine, a private network, or the metadata of a cloud (RFC 6890; facts of the clouds). What is no URL is refused before.
 */
const V4 = [
  // This machine: shortened, decimal, hexadecimal, octal, with a dot behind.
  '127.0.0.1 127.1 127.0.1 127.0.0.2 127.255.255.254 2130706433 0x7f000001 0x7F.0x0.0x0.0x1 0x7f.1 017700000001',
  '0177.0.0.1 0177.0.0.01 0177.1 127.0x1 127.0.0.1. 2130706433. 0 0.0.0.0 0x0 00 0.0.0.1 %31%32%37.0.0.1',
  // Metadata of clouds.
  '169.254.169.254 2852039166 0xa9fea9fe 0xA9.0xFE.0xA9.0xFE 0251.0376.0251.0376 025177524776 169.254.43518',
  '169.16689662 169.254.169.254. 169.254.170.2 169.254.170.23 100.100.100.200 168.63.129.16 169.254.1.1',
  // Private and special networks.
  '10.0.0.1 10.1 167772161 0x0a000001 012.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 2886729729',
  '0xac.0x10.0.1 192.168.0.1 192.168.1 3232235521 0xc0a80001 0300.0250.0.1 100.64.0.1 100.127.255.254 192.0.0.1',
  '192.0.2.1 192.88.99.1 198.18.0.1 198.19.255.254 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1',
  '255.255.255.255 4294967295 0xffffffff',
];

const V6 = [
  ':: ::1 0:0:0:0:0:0:0:1 0000::0001 ::2',
  // IPv4 within: mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP.
  '::ffff:127.0.0.1 ::ffff:7f00:1 0:0:0:0:0:ffff:7f00:1 ::FFFF:10.0.0.1 ::ffff:c0a8:1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe',
  '::127.0.0.1 ::7f00:1 ::a9fe:a9fe ::ffff:0:127.0.0.1 ::ffff:0:a9fe:a9fe',
  '64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b::169.254.169.254 64:ff9b:1::1 64:ff9b:1::a9fe:a9fe',
  '2002:7f00:1:: 2002:a00:1::1 2002:c0a8:1:: 2002:a9fe:a9fe:: 2001::1 2001:0:4136:e378:8000:63bf:5601:5601 fe80::5efe:a9fe:a9fe',
  // Private and special networks, metadata.
  'fc00::1 fd12:3456::1 fd00:ec2::254 fd00:ec2::23 fe80::1 febf::1 fec0::1 ff02::1 100::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 3fff::1 5f00::1',
];

/** What IDNA maps to digits, dots and letters (UTS 46). */
const IN_OTHER_LETTERS = [
  '１２７.０.０.１',
  '127。0。0。1',
  '127．0．0．1',
  '127｡0｡0｡1',
  '①②⑦.⓪.⓪.①',
  '１６９．２５４．１６９．２５４',
  'ｌｏｃａｌｈｏｓｔ',
  'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
  '127.0.0.1\u00ad',
  '0ｘ7f000001',
];

const OWN_NAMES = ['localhost', 'LOCALHOST', 'localhost.', 'LocalHost.'];

/** Names and what a DNS says of them. */
export const LYING_NAMES: Record<string, string[]> = {
  'loopback.example': ['127.0.0.1'],
  'office.example': ['10.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:7f00:1'],
  'nat64.example': ['64:ff9b::a9fe:a9fe'],
  // One of several is enough.
  'mixed.example': ['192.0.3.1', '127.0.0.1'],
  'both.example': ['192.0.3.1', 'fd00:ec2::254'],
};

const words = (lines: string[]) => lines.flatMap((line) => line.split(' '));

export const DENIED_HOSTS = [
  ...words(V4),
  ...words(V6).map((address) => `[${address}]`),
  ...IN_OTHER_LETTERS,
  ...OWN_NAMES,
  ...Object.keys(LYING_NAMES),
  ...Object.keys(LYING_NAMES).map((name) => `${name.toUpperCase()}.`),
];

/** Where what stands before the host is not the host. */
export const MISLEADING_AUTHORITIES = [
  'api.sendgrid.com@127.0.0.1',
  'api.sendgrid.com:443@169.254.169.254',
  'user:password@[::1]',
  '@127.0.0.1',
  '127.0.0.1\\@api.sendgrid.com',
  '127.0.0.1#@api.sendgrid.com',
  '127.0.0.1?@api.sendgrid.com',
  'api.sendgrid.com%40127.0.0.1',
];

/** Of those, whither not even a mail server may be asked for, which may stand in any other private network. */
export const NEVER_MAIL_SERVERS = [
  '169.254.169.254',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  '169.254.43518',
  '169.254.170.2',
  '169.254.1.1',
  '100.100.100.200',
  '168.63.129.16',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fe80::1',
  '[fe80::1]',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::a9fe:a9fe',
  '64:ff9b::169.254.169.254',
  '2002:a9fe:a9fe::',
  'metadata.example',
  'METADATA.example.',
  'nat64.example',
  'both.example',
];
