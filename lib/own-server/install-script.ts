import { INSTALL_FUNCTIONS } from './install-functions';
import { installSteps } from './install-steps';
import { certificateOf, type Layout } from './layout';
import { shellQuote } from './quote';
import type { OwnServer, ServerFile } from './schema';

/**
 * One file for `sh`: installs packages, writes the files, makes passwords and keys, checks and starts. Run again it changes only what differs.
 * Every value stands in it by `shellQuote`, as a variable or as a word.
 */
export function installScript(server: OwnServer, files: ServerFile[], layout: Layout): string {
  return [
    '#!/bin/sh',
    `# Written by Relevo: installs ${server.software === 'postfix' ? 'Postfix' : 'Exim'} on Debian 12 or newer and Ubuntu 22.04 or newer.`,
    '# First look at what it would do: sh install.sh --dry-run',
    'set -eu',
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'LC_ALL=C',
    'export PATH LC_ALL',
    'umask 022',
    ...variables(server, layout),
    INSTALL_FUNCTIONS,
    ...installSteps(server, files),
    '',
  ].join('\n');
}

function variables(server: OwnServer, layout: Layout): string[] {
  const { chain, key } = certificateOf(server, layout);
  const { smarthost, dkim, submission } = server;
  const values: Record<string, string> = {
    SOFTWARE: server.software,
    PACKAGES: packages(server).join(' '),
    OTHER: server.software === 'postfix' ? 'exim4-base' : 'postfix',
    SERVICE: server.software === 'postfix' ? 'postfix' : 'exim4',
    MAIN: server.software === 'postfix' ? `${layout.server}/main.cf` : `${layout.server}/exim4.conf`,
    ETC: layout.server,
    MAPS: layout.maps,
    BACKUPS: layout.backups,
    GROUP: layout.group,
    HOST: server.hostname,
    LOGIN: submission.username,
    CHAIN: chain,
    KEY: key,
    DKIM: layout.dkim,
    DKIM_OWNER: server.software === 'postfix' ? 'opendkim:opendkim' : `root:${layout.group}`,
    SELECTOR: dkim.selector,
    DKIM_DOMAINS: dkim.signer === 'server' ? dkim.domains.join(' ') : '',
    RELAY: smarthost ? `[${smarthost.host}]:${smarthost.port}` : '',
    RELAY_LOGIN: smarthost?.username ?? '',
    BOUNCE_TOKEN: layout.bounceToken,
  };
  return Object.entries(values).map(([name, value]) => `${name}=${shellQuote(value)}`);
}

function packages({ software, bounces, dkim }: OwnServer): string[] {
  return [
    ...(software === 'postfix' ? ['postfix', 'libsasl2-modules', 'sasl2-bin'] : ['exim4-daemon-light']),
    'ca-certificates',
    'openssl',
    ...(bounces ? ['adduser', 'curl'] : []),
    ...(software === 'postfix' && dkim.signer === 'server' ? ['opendkim'] : []),
  ];
}
