import type { NextStep, OwnServer } from './schema';

/** What a person does beside running the script, in this order. The panel has a sentence for each (`ownServer.next`). */
export function nextSteps(server: OwnServer): NextStep[] {
  const { hostname, ipv4, ipv6, dkim, bounces, certificate, smarthost } = server;
  const step = (what: NextStep['what'], value = '', name: string | null = null): NextStep => ({
    what,
    name,
    value,
  });
  const allowed = [ipv4 && `ip4:${ipv4}`, ipv6 && `ip6:${ipv6}`].filter(Boolean).join(' ');
  return [
    ...(certificate ? [step('certificate', certificate.chain)] : []),
    step('install', 'sh install.sh --dry-run'),
    ...(ipv4 ? [step('a_record', ipv4, hostname)] : []),
    ...(ipv6 ? [step('aaaa_record', ipv6, hostname)] : []),
    ...[ipv4, ipv6].flatMap((address) => (address ? [step('ptr_record', hostname, address)] : [])),
    ...(smarthost ? [] : [step('port_25')]),
    ...(allowed ? [step('spf_record', allowed)] : []),
    ...(dkim.signer === 'server'
      ? dkim.domains.map((domain) => step('dkim_record', '', `${dkim.selector}._domainkey.${domain}`))
      : []),
    ...(bounces ? [step('bounce_mx', `10 ${hostname}.`, bounces.domain), step('bounce_token')] : []),
    step('provider'),
  ];
}
