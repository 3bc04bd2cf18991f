import { BOUNCE_USER, type Layout } from './layout';
import { bracketed, conf } from './quote';
import { listenOf, type OwnServer } from './schema';

/** The transport of the domain that stands at this place among those with a pace of their own. */
export function transportOf(place: number): string {
  return `relevo-pace-${place + 1}`;
}

/** Only what is used: who hands over, the bounces if any, and Postfix's own parts. https://www.postfix.org/master.5.html */
export function masterCf(server: OwnServer, layout: Layout): string[] {
  return [
    '# service type private unpriv chroot wakeup maxproc command',
    ...listenOf(server).flatMap((address) => submission(server, address)),
    ...(server.bounces ? arriving(server) : []),
    ...OWN_PARTS,
    ...server.pace.domains.map((_, at) => conf`${transportOf(at)} unix - - n - - smtp`),
    ...(server.bounces
      ? [
          'relevo-bounces unix - n n - 4 pipe',
          conf`  flags=DORq user=${BOUNCE_USER} argv=${layout.bounceCommand}`,
        ]
      : []),
  ];
}

function submission({ submission: { port, security }, dkim }: OwnServer, address: string): string[] {
  return [
    conf`${bracketed(address)}:${port} inet n - n - 50 smtpd`,
    '  -o syslog_name=postfix/submission',
    '  -o smtpd_tls_security_level=encrypt',
    ...(security === 'tls' ? ['  -o smtpd_tls_wrappermode=yes'] : []),
    '  -o smtpd_sasl_auth_enable=yes',
    '  -o smtpd_client_restrictions=$relevo_submission_clients',
    '  -o smtpd_relay_restrictions=$relevo_submission_relay',
    '  -o smtpd_recipient_restrictions=$relevo_submission_relay',
    ...(dkim.signer === 'server' ? ['  -o smtpd_milters=$relevo_milters'] : []),
  ];
}

/** Bounces come by port 25, where nobody can sign in. */
function arriving({ ipv4, ipv6 }: OwnServer): string[] {
  const addresses = [...(ipv4 ? [ipv4] : []), ...(ipv6 ? [ipv6] : [])];
  const services = addresses.length > 0 ? addresses.map((each) => `${bracketed(each)}:25`) : ['25'];
  return services.flatMap((service) => [
    conf`${service} inet n - n - 20 smtpd`,
    '  -o smtpd_relay_restrictions=reject_unauth_destination',
    '  -o smtpd_client_connection_count_limit=5',
    '  -o smtpd_client_message_rate_limit=300',
  ]);
}

const OWN_PARTS = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'verify unix - - n - 1 verify',
  'flush unix n - n 1000? 0 flush',
  'proxymap unix - - n - - proxymap',
  'proxywrite unix - - n - 1 proxymap',
  'smtp unix - - n - - smtp',
  'relay unix - - n - - smtp',
  'showq unix n - n - - showq',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'discard unix - - n - - discard',
  'anvil unix - - n - 1 anvil',
  'scache unix - - n - 1 scache',
  'postlog unix-dgram n - n - 1 postlogd',
];
