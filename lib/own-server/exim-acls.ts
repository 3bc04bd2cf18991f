import { conf, sh } from './quote';
import type { OwnServer } from './schema';

/**
 * Who may connect and for whom. Exim has no delay between messages to one destination, so the pace is kept at the door: what comes too soon is
 * deferred, which Relevo reads as the pace that it is.
 */
export function eximAcls(server: OwnServer): string[] {
  const { bounces, pace } = server;
  const apart = pace.domains.map(({ domain }) => conf`${domain}`);
  return [
    'relevo_connect:',
    ...(bounces ? [sh`  accept condition = \${if eq{$received_port}{25}}`] : []),
    '  accept hosts = +relevo_clients',
    '  drop message = 5.7.1 Only known programs hand messages over here',
    'relevo_rcpt:',
    ...pace.domains.flatMap(({ domain, secondsBetween }) => tooSoon([conf`${domain}`], secondsBetween)),
    ...tooSoon(apart.length > 0 ? [...apart.map((each) => `!${each}`), '*'] : ['*'], pace.secondsBetween),
    '  accept hosts = +relevo_clients',
    '         authenticated = *',
    '         encrypted = *',
    sh`         condition = \${if !eq{$received_port}{25}}`,
    ...(bounces ? ['  accept domains = +relevo_bounces', '         verify = recipient'] : []),
    '  deny message = 5.7.1 Relaying denied',
  ];
}

function tooSoon(domains: string[], seconds: number): string[] {
  if (seconds === 0) return [];
  return [
    '  defer authenticated = *',
    `        domains = ${domains.join(' : ')}`,
    `${conf`        ratelimit = 1 / ${seconds}s / per_rcpt / leaky / relevo-pace`}-$domain`,
    '        message = 4.7.1 Too soon after the last message to this destination: try again later',
  ];
}
