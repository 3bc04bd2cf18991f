import { AtProviderInput, DomainInput, DomainPatch, RotateInput, SpfQuestion } from '@/lib/domains/schema';
import {
  DomainAnswer,
  DomainMatrixAnswer,
  DomainPairsAnswer,
  DomainRecordsAnswer,
  DomainsAnswer,
  SpfEvaluation,
} from '../answers/domains';
import { named } from '../named';
import type { Operation } from '../operation';
import { VERSION } from './filters';

named('DomainInput', DomainInput, 'input');
named('DomainPatch', DomainPatch, 'input');
named('DomainKeyInput', RotateInput, 'input');
named('SpfQuestion', SpfQuestion, 'input');
named('DomainAtProviderInput', AtProviderInput, 'input');

const fields = {
  senders: 'Who sends as the domain: addresses of your own server, and providers by id or name.',
  algorithms: 'RSA, which all know, or Ed25519 beside it.',
  rotateEveryDays: 'New keys are made so often; they sign once their records are seen. Null: by hand.',
  dmarc: 'What others are to do with mail that is not yours, and where they report.',
  returnPath: 'The name before the domain that bounces come to, and the mail server that takes them.',
  tracking: 'The name before the domain of links in mails.',
};

/** Domains that mail is sent from. */
export const DOMAINS: Record<string, Operation> = {
  'GET /api/v1/domains': {
    id: 'listDomains',
    tag: 'domains',
    summary: 'List domains',
    description: 'By name, each with the records that it wants and what DNS had of them the last time.',
    answer: DomainsAnswer,
  },
  'POST /api/v1/domains': {
    id: 'createDomain',
    tag: 'domains',
    summary: 'Add a domain',
    description: 'It gets a DKIM key of its own, which signs once its record was seen.',
    answer: DomainAnswer,
    fields: { ...fields, company: 'Id, key or name; null: of all companies.' },
    errors: ['name_taken'],
    example: { body: { name: 'clinic.example', senders: { addresses: ['192.0.2.7'], providers: [] } } },
  },
  'GET /api/v1/domains/[id]': {
    id: 'getDomain',
    tag: 'domains',
    summary: 'Get a domain',
    answer: DomainAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/domains/[id]': {
    id: 'updateDomain',
    tag: 'domains',
    summary: 'Change a domain',
    description: 'What is wanted of DNS changes with it, and is looked for at once.',
    answer: DomainAnswer,
    fields: { ...fields, step: 'How far somebody came in the panel.', version: VERSION },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { dmarc: { policy: 'quarantine', reportsTo: 'dmarc@clinic.example' } } },
  },
  'DELETE /api/v1/domains/[id]': {
    id: 'deleteDomain',
    tag: 'domains',
    summary: 'Delete a domain',
    description: 'Its mails are not signed any more. What stands in DNS stays there.',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/domains/[id]/check': {
    id: 'checkDomain',
    tag: 'domains',
    summary: 'Look for the records of a domain',
    description:
      'Asks DNS, and the servers of the domain themselves. Keys whose records are seen sign from then on.',
    answer: DomainAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/domains/[id]/providers': {
    id: 'createDomainAtProvider',
    tag: 'domains',
    summary: 'Create a domain at a provider',
    description:
      'By the API of its service and with the key in use; one that is there already stays. The records that it wants are among those of the domain from then on. That the service did not do it is no error of the request: `senders.providers[].there` tells why.',
    answer: DomainAnswer,
    fields: { provider: 'By id or name.' },
    errors: ['not_found', 'conflict'],
    example: { body: { provider: 'newsletters' } },
  },
  'POST /api/v1/domains/[id]/dkim/rotate': {
    id: 'rotateDomainKeys',
    tag: 'domains',
    summary: 'Make new DKIM keys, or take one in',
    description:
      'They sign once their records are seen; those from before stay in DNS for seven days more, as mails of theirs are under way.',
    answer: DomainAnswer,
    fields: { key: 'A private key in PEM that was used elsewhere, with its selector.' },
    errors: ['not_found'],
    example: { body: {} },
  },
  'GET /api/v1/domains/[id]/records': {
    id: 'listDomainRecords',
    tag: 'domains',
    summary: 'List the records of a domain',
    description: 'Also as lines of a zone file.',
    answer: DomainRecordsAnswer,
    errors: ['not_found'],
  },
  'GET /api/v1/domains/deliverability': {
    id: 'listDomainMatrix',
    tag: 'domains',
    summary: 'Tell how mail of all domains would arrive',
    description:
      'Every domain by every provider that could come to send for it, as they were judged the last time.',
    answer: DomainMatrixAnswer,
  },
  'POST /api/v1/domains/deliverability/check': {
    id: 'checkDomainMatrix',
    tag: 'domains',
    summary: 'Judge whether mail of all domains would pass',
    description: 'Fifty domains at the most, now and without sending anything.',
    answer: DomainMatrixAnswer,
  },
  'GET /api/v1/domains/[id]/deliverability': {
    id: 'listDomainPairs',
    tag: 'domains',
    summary: 'Tell how mail of a domain would arrive',
    description:
      'By each provider that could come to send it: SPF, DKIM and DMARC as they were judged the last time.',
    answer: DomainPairsAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/domains/[id]/deliverability/check': {
    id: 'checkDomainPairs',
    tag: 'domains',
    summary: 'Judge whether mail of a domain would pass',
    description: 'By each provider, now and without sending anything. The router heeds what is found.',
    answer: DomainPairsAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/domains/[id]/spf/evaluate': {
    id: 'evaluateDomainSpf',
    tag: 'domains',
    summary: 'Ask SPF about an address',
    description: 'Would receivers let this address send for the domain, as RFC 7208 says?',
    answer: SpfEvaluation,
    fields: {
      ip: 'Of the server that would send.',
      mailFrom: "The envelope's sender; absent: postmaster of the domain.",
      helo: 'The name by which the server would greet.',
    },
    errors: ['not_found'],
    example: { body: { ip: '192.0.2.7' } },
  },
};
