import { DomainHealthAnswer, OwnServersAnswer } from '../answers/domain-health';
import type { Operation } from '../operation';

/** How a domain and its own server stand beside the records of its wizard. */
export const DOMAIN_HEALTH: Record<string, Operation> = {
  'GET /api/v1/own-servers': {
    id: 'listOwnServers',
    tag: 'domains',
    summary: 'See how your own mail servers stand',
    description:
      'As found the last time, once a day, by the domains that send through them: reached or not, certificate, the names of their addresses and blocklists.',
    answer: OwnServersAnswer,
  },
  'POST /api/v1/own-servers/check': {
    id: 'checkOwnServers',
    tag: 'domains',
    summary: 'Look at your own mail servers now',
    description: 'By each domain that sends through them, 20 at the most. Takes up to half a minute.',
    answer: OwnServersAnswer,
  },
  'GET /api/v1/domains/[id]/checks': {
    id: 'getDomainChecks',
    tag: 'domains',
    summary: 'See the checks of a domain',
    description:
      'As found the last time, once a day: the names of its addresses, the certificate of its own server, blocklists, the return path, SPF, DMARC, MTA-STS, TLS-RPT and BIMI.',
    answer: DomainHealthAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/domains/[id]/checks': {
    id: 'runDomainChecks',
    tag: 'domains',
    summary: 'Check a domain and its server now',
    description:
      'Takes up to half a minute. What was looked at within the last 30 seconds is told as it was; a blocklist is asked once an hour at the most.',
    answer: DomainHealthAnswer,
    errors: ['not_found'],
  },
};
