import { expect, it } from 'vitest';
import { dnsHostOf } from './dns-hosts';

/** As these hosts name their servers in their own documentation. */
it.each([
  [['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'], 'cloudflare'],
  [['ns-2048.awsdns-64.com', 'ns-2049.awsdns-65.net'], 'route53'],
  [['ns01.domaincontrol.com'], 'godaddy'],
  [['dns1.registrar-servers.com'], 'namecheap'],
  [['ns-cloud-a1.googledomains.com'], 'google'],
  [['ns1.nic.py'], 'nicpy'],
  [['secundario.nic.cl'], 'niccl'],
  [['ns8013.hostgator.com'], 'cpanel'],
  [['ns1.example.com'], 'other'],
  [[], 'other'],
])('%j is %s', (servers, host) => {
  expect(dnsHostOf(servers)).toBe(host);
});
