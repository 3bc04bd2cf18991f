import { DomainReportsAnswer, ReadReportsAnswer } from '../answers/domain-reports';
import type { Operation } from '../operation';

/** What others report of mail in the name of a domain. */
export const DOMAIN_REPORTS: Record<string, Operation> = {
  'GET /api/v1/domains/[id]/reports': {
    id: 'getDomainReports',
    tag: 'domains',
    summary: 'See who sends as a domain',
    description:
      'What receivers reported by DMARC (RFC 9990) and TLS-RPT (RFC 8460) of the last days: sources by name, what failed and why, and whether the policy can be raised.',
    answer: DomainReportsAnswer,
    fields: { days: 'How many days back, today included; 30 unless given.' },
    errors: ['not_found'],
    example: { query: { days: '30' } },
  },
  'POST /api/v1/domains/reports': {
    id: 'readDomainReports',
    tag: 'domains',
    summary: 'Read reports of DMARC and TLS-RPT',
    description:
      'The body is a report as it came, at most 32 MB: XML or JSON, plain, in gzip or in zip, or a mail or an mbox file with such ones attached. It is kept at the domain that it is on; one that was read before changes nothing. What unpacks to more than 8 MB is refused.',
    answer: ReadReportsAnswer,
    fields: { dryRun: 'Only say what would be kept.' },
    errors: ['payload_too_large'],
  },
};
