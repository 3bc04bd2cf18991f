import { eximAcls } from './exim-acls';
import { eximTransports } from './exim-transports';
import { BOUNCE_MAILBOXES, certificateOf, type Layout } from './layout';
import { BANNER } from './postfix';
import { conf, sh } from './quote';
import { clientsOf, listenOf, type OwnServer, type ServerFile } from './schema';

/** One `exim4.conf`, which Debian reads before its own split files. https://www.exim.org/exim-html-current/doc/html/spec_html/ */
export function eximFiles(server: OwnServer, layout: Layout): ServerFile[] {
  const content = [
    BANNER,
    ...general(server, layout),
    'begin acl',
    ...eximAcls(server),
    'begin routers',
    ...routers(server),
    'begin transports',
    ...eximTransports(server, layout),
    'begin retry',
    '* * F,2h,15m; G,16h,1h,1.5; F,2d,6h',
    'begin rewrite',
    'begin authenticators',
    ...authenticators(server, layout),
  ];
  const file = (path: string, lines: string[]): ServerFile => ({
    path,
    mode: '0640',
    owner: `root:${layout.group}`,
    content: `${lines.join('\n')}\n`,
  });
  return [
    file(`${layout.server}/exim4.conf`, content),
    ...(server.dkim.signer === 'server'
      ? [
          file(
            `${layout.maps}/dkim-domains`,
            server.dkim.domains.map((each) => conf`${each}: ${each}`),
          ),
        ]
      : []),
  ];
}

function general(server: OwnServer, layout: Layout): string[] {
  const { hostname, submission, bounces, maxMegabytes } = server;
  const { chain, key } = certificateOf(server, layout);
  const versions = server.tlsMinVersion === 'TLSv1.3' ? '+VERS-TLS1.3' : '+VERS-TLS1.3:+VERS-TLS1.2';
  const listen = listenOf(server).map((each) => conf`[${each}]:${submission.port}`);
  return [
    conf`primary_hostname = ${hostname}`,
    conf`qualify_domain = ${hostname}`,
    conf`smtp_banner = ${hostname} ESMTP`,
    `hostlist relevo_clients = <; ${clientsOf(server)
      .map((each) => conf`${each}`)
      .join(' ; ')}`,
    `domainlist relevo_bounces = ${bounces ? conf`${bounces.domain}` : ''}`,
    `local_interfaces = <; ${[...listen, ...(bounces ? arriving(server) : [])].join(' ; ')}`,
    ...(submission.security === 'tls' ? [conf`tls_on_connect_ports = ${submission.port}`] : []),
    '# Nobody has a mailbox here, and who has not signed in gets nothing relayed.',
    'acl_smtp_connect = relevo_connect',
    'acl_smtp_rcpt = relevo_rcpt',
    'auth_advertise_hosts = +relevo_clients',
    'tls_advertise_hosts = *',
    conf`tls_certificate = ${chain}`,
    conf`tls_privatekey = ${key}`,
    `tls_require_ciphers = NORMAL:-VERS-ALL:${versions}`,
    '# CVE-2023-51766: no BDAT, nobody but Relevo sends without waiting for answers.',
    'chunking_advertise_hosts =',
    'pipelining_advertise_hosts = +relevo_clients',
    'smtp_enforce_sync = true',
    'helo_allow_chars = _',
    'host_lookup =',
    'rfc1413_query_timeout = 0s',
    'keep_environment =',
    'never_users = root',
    'local_from_check = false',
    'untrusted_set_sender =',
    conf`message_size_limit = ${maxMegabytes}M`,
    'smtp_accept_max = 100',
    'smtp_accept_max_per_host = 50',
    'smtp_accept_queue_per_connection = 0',
    'smtp_max_unknown_commands = 3',
    'recipients_max = 100',
    'recipients_max_reject = true',
    'header_maxsize = 100K',
    'remote_max_parallel = 10',
    'ignore_bounce_errors_after = 1d',
    'timeout_frozen_after = 2d',
    'delay_warning =',
  ];
}

function arriving({ ipv4, ipv6 }: OwnServer): string[] {
  const addresses = [...(ipv4 ? [ipv4] : []), ...(ipv6 ? [ipv6] : [])];
  return (addresses.length > 0 ? addresses : ['0.0.0.0']).map((each) => conf`[${each}]:25`);
}

function routers({ bounces, smarthost }: OwnServer): string[] {
  return [
    ...(bounces
      ? [
          'relevo_bounces:',
          '  driver = accept',
          '  domains = +relevo_bounces',
          `  local_parts = ${BOUNCE_MAILBOXES.join(' : ')}`,
          '  local_part_suffix = +*',
          '  local_part_suffix_optional',
          '  transport = relevo_bounces',
          'no_such_mailbox:',
          '  driver = redirect',
          '  domains = +relevo_bounces',
          '  allow_fail',
          '  data = :fail: Nobody has a mailbox here',
        ]
      : []),
    ...(smarthost
      ? [
          'smarthost:',
          '  driver = manualroute',
          `  route_list = * ${conf`${smarthost.host}::${smarthost.port}`} byname`,
          '  transport = to_smarthost',
          '  self = send',
          '  no_more',
        ]
      : [
          'dnslookup:',
          '  driver = dnslookup',
          '  transport = to_the_world',
          '  ignore_target_hosts = <; 0.0.0.0 ; 127.0.0.0/8 ; ::1',
          '  dnssec_request_domains = *',
          '  no_more',
        ]),
  ];
}

function authenticators({ submission: { username }, smarthost }: OwnServer, { maps }: Layout): string[] {
  const hash = `\${lookup{${conf`${username}`}}lsearch{${conf`${maps}/passwd`}}{$value}{*}}`;
  return [
    'relevo:',
    '  driver = plaintext',
    '  public_name = PLAIN',
    '  server_prompts = :',
    `  server_condition = \${if and{{eq{$auth2}{${conf`${username}`}}}{crypteq{$auth3}{${hash}}}}}`,
    '  server_set_id = $auth2',
    sh`  server_advertise_condition = \${if def:tls_in_cipher}`,
    ...(smarthost?.username ? clientSignIn(smarthost.username, maps) : []),
  ];
}

/** A `^` within the password is doubled, as one alone stands for NUL. */
function clientSignIn(username: string, maps: string): string[] {
  const password = `\${lookup{password}lsearch{${conf`${maps}/smarthost-password`}}{$value}fail}`;
  return [
    'smarthost:',
    '  driver = plaintext',
    '  public_name = PLAIN',
    `  client_send = <; ^${conf`${username}`}^\${sg{${password}}{\\N[\\^]\\N}{^^}}`,
  ];
}
