/** Where records are entered, told by the name servers of a domain; the texts are `domains.hosts.<host>`. */
export const DNS_HOSTS = [
  'cloudflare',
  'route53',
  'cpanel',
  'godaddy',
  'namecheap',
  'google',
  'nicpy',
  'niccl',
  'other',
] as const;
export type DnsHost = (typeof DNS_HOSTS)[number];

const PATTERNS: [DnsHost, RegExp][] = [
  ['cloudflare', /\.ns\.cloudflare\.com$/],
  ['route53', /\.awsdns-\d+\./],
  ['godaddy', /\.domaincontrol\.com$/],
  ['namecheap', /\.registrar-servers\.com$/],
  ['google', /\.(googledomains|squarespacedns|nsone-squarespace)\.com$/],
  ['nicpy', /(^|\.)nic\.py$/],
  ['niccl', /(^|\.)nic\.cl$/],
  [
    'cpanel',
    /(hostgator|bluehost|banahosting|hostmonster|justhost|inmotionhosting|a2hosting|webhostbox|cpanel)/,
  ],
];

export function dnsHostOf(nameServers: string[]): DnsHost {
  return PATTERNS.find(([, pattern]) => nameServers.some((server) => pattern.test(server)))?.[0] ?? 'other';
}
