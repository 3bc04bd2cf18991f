import { BOUNCE_MAILBOXES, certificateOf, type Layout } from './layout';
import { masterCf, transportOf } from './postfix-master';
import { conf } from './quote';
import { clientsOf, listenOf, type OwnServer, type Pace, type ServerFile } from './schema';

/** `main.cf`, `master.cf` and their maps, for Postfix 3.6 or newer. https://www.postfix.org/postconf.5.html */
export function postfixFiles(server: OwnServer, layout: Layout): ServerFile[] {
  const file = (path: string, lines: string[], mode = '0644', owner = 'root:root'): ServerFile => ({
    path,
    mode,
    owner,
    content: `${[BANNER, ...lines].join('\n')}\n`,
  });
  const { server: etc, maps } = layout;
  return [
    file(`${etc}/main.cf`, mainCf(server, layout)),
    file(`${etc}/master.cf`, masterCf(server, layout)),
    file(`${maps}/clients.cidr`, clients(server)),
    file(`${maps}/transport`, transports(server)),
    ...(server.bounces ? [file(`${maps}/bounce-recipients`, bounceRecipients(server.bounces))] : []),
    file(`${etc}/sasl/smtpd.conf`, [
      'pwcheck_method: auxprop',
      'auxprop_plugin: sasldb',
      'mech_list: PLAIN LOGIN',
      conf`sasldb_path: ${maps}/sasldb2`,
    ]),
  ];
}

export const BANNER =
  '# Written by Relevo. Change the form and generate again: the installation replaces this file.';

function mainCf(server: OwnServer, layout: Layout): string[] {
  return [
    ...whoItIs(server, layout),
    ...nothingForStrangers(server, layout),
    ...noSmuggling(),
    ...encryption(server, layout),
    ...limits(server),
    ...paceLines('smtp', server.pace),
    ...server.pace.domains.flatMap((each, at) => paceLines(transportOf(at), each)),
    ...(server.smarthost ? smarthost(server.smarthost, layout) : []),
    ...(server.dkim.signer === 'server' ? milter() : []),
  ];
}

function whoItIs(server: OwnServer, { maps }: Layout): string[] {
  const { hostname, ipv4, ipv6, bounces } = server;
  const hasIPv6 = ipv6 !== undefined || listenOf(server).some((each) => each.includes(':'));
  return [
    'compatibility_level = 3.6',
    conf`myhostname = ${hostname}`,
    'myorigin = $myhostname',
    'smtpd_banner = $myhostname ESMTP',
    'biff = no',
    'append_dot_mydomain = no',
    conf`inet_protocols = ${hasIPv6 ? 'all' : 'ipv4'}`,
    ...(ipv4 ? [conf`smtp_bind_address = ${ipv4}`] : []),
    ...(ipv6 ? [conf`smtp_bind_address6 = ${ipv6}`] : []),
    '# Nobody has a mailbox here: what is no bounce is for another server.',
    'mydestination =',
    'local_recipient_maps =',
    'local_transport = error:5.1.1 Nobody has a mailbox here',
    'alias_maps =',
    'alias_database =',
    'mynetworks = 127.0.0.0/8 [::1]/128',
    conf`transport_maps = texthash:${maps}/transport`,
    '# Each message has a return path of its own: bounces+ID@domain.',
    'recipient_delimiter = +',
    ...(bounces
      ? [
          conf`relay_domains = ${bounces.domain}`,
          conf`relay_recipient_maps = texthash:${maps}/bounce-recipients`,
        ]
      : ['relay_domains =']),
  ];
}

function nothingForStrangers({ submission }: OwnServer, { server, maps }: Layout): string[] {
  return [
    '# Who has not signed in gets nothing relayed, from wherever.',
    'smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination',
    'smtpd_recipient_restrictions = reject_non_fqdn_recipient',
    'relevo_submission_clients = check_client_access cidr:$config_directory/relevo/clients.cidr, reject',
    'relevo_submission_relay = permit_sasl_authenticated, reject',
    'smtpd_sasl_auth_enable = no',
    'smtpd_sasl_type = cyrus',
    'smtpd_sasl_path = smtpd',
    conf`cyrus_sasl_config_path = ${server}/sasl`,
    'smtpd_sasl_local_domain = $myhostname',
    'smtpd_sasl_security_options = noanonymous, noplaintext',
    'smtpd_sasl_tls_security_options = noanonymous',
    'smtpd_tls_auth_only = yes',
    'disable_vrfy_command = yes',
    'strict_rfc821_envelopes = yes',
    'allow_percent_hack = no',
    'swap_bangpath = no',
    conf`# Signs in as ${submission.username}; the password is in ${maps}/sasldb2.`,
  ];
}

/** CVE-2023-51764: set by name, as Debian 12's defaults are off. https://www.postfix.org/smtp-smuggling.html */
function noSmuggling(): string[] {
  return [
    'smtpd_forbid_bare_newline = normalize',
    'smtpd_forbid_bare_newline_exclusions = $mynetworks',
    'smtpd_forbid_unauth_pipelining = yes',
    'smtpd_data_restrictions = reject_unauth_pipelining',
    'cleanup_replace_stray_cr_lf = yes',
  ];
}

function encryption(server: OwnServer, layout: Layout): string[] {
  const { chain, key } = certificateOf(server, layout);
  return [
    conf`smtpd_tls_cert_file = ${chain}`,
    conf`smtpd_tls_key_file = ${key}`,
    'smtpd_tls_security_level = may',
    `smtpd_tls_mandatory_protocols = >=${server.tlsMinVersion}`,
    'smtpd_tls_protocols = >=TLSv1.2',
    'smtpd_tls_mandatory_ciphers = high',
    'smtpd_tls_loglevel = 1',
    'tls_preempt_cipherlist = yes',
    'smtp_tls_security_level = may',
    'smtp_tls_mandatory_protocols = >=TLSv1.2',
    'smtp_tls_CApath = /etc/ssl/certs',
    'smtp_tls_loglevel = 1',
  ];
}

function limits({ maxMegabytes }: OwnServer): string[] {
  return [
    conf`message_size_limit = ${maxMegabytes * 1024 * 1024}`,
    'mailbox_size_limit = 0',
    'header_size_limit = 102400',
    'smtpd_recipient_limit = 100',
    'smtpd_client_connection_count_limit = 50',
    'smtpd_client_auth_rate_limit = 600',
    'smtpd_soft_error_limit = 3',
    'smtpd_hard_error_limit = 10',
    'maximal_queue_lifetime = 2d',
    'bounce_queue_lifetime = 1d',
    'notify_classes =',
    'delay_warning_time = 0h',
  ];
}

/** A delay lets one message after the other go to a destination, whatever the connections. */
function paceLines(transport: string, { connections, secondsBetween }: Pace): string[] {
  return [
    conf`${transport}_destination_concurrency_limit = ${connections}`,
    conf`${transport}_destination_rate_delay = ${secondsBetween}s`,
  ];
}

function smarthost(
  { host, port, security, username }: NonNullable<OwnServer['smarthost']>,
  { maps }: Layout,
) {
  return [
    conf`relayhost = ${relayName(host)}:${port}`,
    ...(security === 'none' ? [] : ['smtp_tls_security_level = secure']),
    ...(security === 'tls' ? ['smtp_tls_wrappermode = yes'] : []),
    ...(username
      ? [
          'smtp_sasl_auth_enable = yes',
          conf`smtp_sasl_password_maps = texthash:${maps}/smarthost-password`,
          `smtp_sasl_security_options = noanonymous${security === 'none' ? '' : ', noplaintext'}`,
          'smtp_sasl_tls_security_options = noanonymous',
        ]
      : []),
  ];
}

/** In brackets: that very host, not the mail servers of its domain. */
function relayName(host: string): string {
  return `[${host}]`;
}

function milter(): string[] {
  return [
    '# OpenDKIM signs what is handed over; without it mail waits rather than leaving unsigned.',
    'milter_default_action = tempfail',
    'relevo_milters = inet:127.0.0.1:8891',
  ];
}

function clients(server: OwnServer): string[] {
  return clientsOf(server).map((range) => conf`${range} OK`);
}

function transports({ bounces, pace, smarthost: relay }: OwnServer): string[] {
  const next = relay ? `${relayName(relay.host)}:${relay.port}` : '';
  return [
    ...(bounces ? [conf`${bounces.domain} relevo-bounces:`] : []),
    ...pace.domains.map(({ domain }, at) => conf`${domain} ${transportOf(at)}:${next}`),
  ];
}

function bounceRecipients({ domain }: NonNullable<OwnServer['bounces']>): string[] {
  return BOUNCE_MAILBOXES.map((mailbox) => conf`${mailbox}@${domain} OK`);
}
