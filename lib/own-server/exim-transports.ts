import { BOUNCE_USER, type Layout, SIGNED } from './layout';
import { conf } from './quote';
import type { OwnServer } from './schema';

/** How mail leaves, and how bounces reach Relevo. */
export function eximTransports(server: OwnServer, layout: Layout): string[] {
  const { bounces, smarthost } = server;
  return [
    ...(smarthost ? toSmarthost(server, layout) : ['to_the_world:', ...outgoing(server, layout)]),
    ...(bounces
      ? [
          'relevo_bounces:',
          '  driver = pipe',
          conf`  command = ${layout.bounceCommand}`,
          conf`  user = ${BOUNCE_USER}`,
          conf`  group = ${BOUNCE_USER}`,
          '  path = /usr/bin:/bin',
          '  message_prefix =',
          '  message_suffix =',
          '  envelope_to_add',
          '  return_path_add',
          '  temp_errors = *',
          '  return_output = false',
          '  timeout = 2m',
          '  max_parallel = 4',
        ]
      : []),
  ];
}

function toSmarthost(server: OwnServer, layout: Layout): string[] {
  const { security, username } = server.smarthost!;
  return [
    'to_smarthost:',
    ...outgoing(server, layout),
    ...(security === 'tls' ? ['  protocol = smtps'] : []),
    ...(security === 'none'
      ? ['  hosts_avoid_tls = *']
      : ['  hosts_require_tls = *', '  tls_verify_certificates = system', '  tls_verify_hosts = *']),
    ...(username ? ['  hosts_require_auth = *'] : []),
  ];
}

function outgoing({ hostname, ipv4, ipv6, dkim, pace }: OwnServer, layout: Layout): string[] {
  const from = [...(ipv4 ? [ipv4] : []), ...(ipv6 ? [ipv6] : [])];
  return [
    '  driver = smtp',
    conf`  helo_data = ${hostname}`,
    ...(from.length > 0 ? [`  interface = <; ${from.map((each) => conf`${each}`).join(' ; ')}`] : []),
    '  connection_max_messages = 100',
    conf`  max_parallel = ${Math.max(20, pace.connections)}`,
    '  hosts_try_chunking =',
    ...(dkim.signer === 'server' ? signing(dkim.selector, layout) : []),
  ];
}

/** Exim signs by itself. A plus covers a field also where it is not there: nobody can put one in front of it later. */
function signing(selector: string, { dkim, maps }: Layout): string[] {
  return [
    `  dkim_domain = \${lookup{\${lc:\${domain:$h_from:}}}lsearch{${conf`${maps}/dkim-domains`}}{$value}}`,
    conf`  dkim_selector = ${selector}`,
    `  dkim_private_key = ${conf`${dkim}`}/$dkim_domain.key`,
    '  dkim_canon = relaxed',
    '  dkim_strict = true',
    `  dkim_sign_headers = ${SIGNED.map((name) => `+${name}`).join(':')}`,
  ];
}
