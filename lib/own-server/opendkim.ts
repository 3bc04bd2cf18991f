import { type Layout, SIGNED } from './layout';
import { conf } from './quote';
import type { OwnServer, ServerFile } from './schema';

/** For Postfix; Exim signs by itself. http://www.opendkim.org/opendkim.conf.5.html */
export function openDkimFiles({ dkim }: OwnServer, { base, own, dkim: keys }: Layout): ServerFile[] {
  const file = (path: string, lines: string[]): ServerFile => ({
    path,
    mode: '0644',
    owner: 'root:root',
    content: `${lines.join('\n')}\n`,
  });
  return [
    file(`${base}/etc/opendkim.conf`, [
      '# Written by Relevo. Change the form and generate again: the installation replaces this file.',
      'Syslog yes',
      'Mode s',
      'Canonicalization relaxed/relaxed',
      'SignatureAlgorithm rsa-sha256',
      'UserID opendkim',
      'UMask 007',
      'Socket inet:8891@127.0.0.1',
      'PidFile /run/opendkim/opendkim.pid',
      '# Covered also where they are not there: nobody can put one in front later.',
      // Those that are there have to be signed by name, too: what is only over-signed counts as not there.
      `SignHeaders ${SIGNED.join(',')}`,
      `OversignHeaders ${SIGNED.join(',')}`,
      conf`InternalHosts refile:${own}/dkim-hosts`,
      conf`ExternalIgnoreList refile:${own}/dkim-hosts`,
      conf`KeyTable refile:${own}/dkim-keys`,
      conf`SigningTable refile:${own}/dkim-domains`,
    ]),
    file(`${own}/dkim-hosts`, ['0.0.0.0/0', '::/0']),
    file(
      `${own}/dkim-keys`,
      dkim.domains.map((domain) => conf`${domain} ${domain}:${dkim.selector}:${keys}/${domain}.key`),
    ),
    file(
      `${own}/dkim-domains`,
      dkim.domains.map((domain) => `*@${conf`${domain} ${domain}`}`),
    ),
  ];
}
