import { SuppressionInput, UndoInput } from '@/lib/suppressions/schema';
import {
  BouncesPage,
  ImportedAnswer,
  LiftedAnswer,
  ReadBouncesAnswer,
  SuppressionAnswer,
  SuppressionsPage,
  UndoneAnswer,
} from '../answers/suppressions';
import { named } from '../named';
import type { Operation } from '../operation';
import { DRY_RUN, FILTERS, PAGE } from './filters';

named('SuppressionInput', SuppressionInput, 'input');
named('UndoInput', UndoInput, 'input');

const within = {
  provider: 'Through whom it came about: a name or an id.',
  company: FILTERS.company,
  since: 'Came about at this moment or later.',
  until: 'Came about before this moment.',
};

const which = { q: 'A part of the address.', ...within };

/** Who is not sent to any more. */
export const SUPPRESSIONS: Record<string, Operation> = {
  'GET /api/v1/suppressions': {
    id: 'listSuppressions',
    tag: 'suppressions',
    summary: 'List who is not sent to',
    description: 'Newest first; only what stops messages at this moment.',
    answer: SuppressionsPage,
    fields: { ...which, ...PAGE },
    example: { query: { cause: 'hard_bounce', limit: '10' } },
  },
  'POST /api/v1/suppressions': {
    id: 'addSuppression',
    tag: 'suppressions',
    summary: 'Send nothing more to an address',
    description: 'What is on its way to a provider already still goes out.',
    answer: SuppressionAnswer,
    fields: {
      category: 'Of the messages that are stopped; null: all.',
      company: 'Id, key or name; null: for all companies.',
      reason: 'In words of yours.',
      expiresAt: 'From then on it is sent to again.',
    },
    example: { body: { address: 'ana@example.com', reason: 'Asked us by phone' } },
  },
  'DELETE /api/v1/suppressions/[address]': {
    id: 'removeSuppression',
    tag: 'suppressions',
    summary: 'Send to an address again',
    description: 'Whatever stopped it. What happened before and is told late does not stop it again.',
    answer: LiftedAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/suppressions/undo': {
    id: 'undoSuppressions',
    tag: 'suppressions',
    summary: 'Undo many at once',
    description:
      'By cause, provider and time, as on the day on which your sender stood on a blocklist. Count first, by `dryRun`. Messages that were held back meanwhile can be sent again by their state `suppressed`.',
    answer: UndoneAnswer,
    fields: { ...within, dryRun: DRY_RUN },
    example: { body: { cause: 'hard_bounce', since: '2026-11-27T00:00:00Z', dryRun: true } },
  },
  'POST /api/v1/suppressions/import': {
    id: 'importSuppressions',
    tag: 'suppressions',
    summary: 'Import a CSV file',
    description:
      'The body is the file (RFC 4180, UTF-8 or Windows-1252, at most 50 MB and 500,000 rows): an address in each row, or columns that the first line names: `address`, `cause`, `category`, `reason`. Wrong rows are told with their line; the others are added.',
    answer: ImportedAnswer,
    fields: { company: 'Whose messages they stop: id, key or name. Without it those of all.' },
    errors: ['payload_too_large'],
  },
  'GET /api/v1/suppressions.csv': {
    id: 'exportSuppressions',
    tag: 'suppressions',
    summary: 'Export as CSV',
    answer: { file: 'text/csv', description: 'A table, newest first, as an import takes it.' },
    fields: which,
    example: { query: { cause: 'complaint' } },
  },
  'POST /api/v1/bounces': {
    id: 'readBounces',
    tag: 'suppressions',
    summary: 'Read mails that came back',
    description:
      'The body is a mail as it came (`message/rfc822`) or an mbox file, at most 32 MB; the first 500 mails of it are read. What each says is noted at the message that it is about. Reading one again changes nothing.',
    answer: ReadBouncesAnswer,
    fields: { dryRun: DRY_RUN },
    errors: ['payload_too_large'],
  },
  'GET /api/v1/bounces': {
    id: 'listBounces',
    tag: 'suppressions',
    summary: 'List addresses at which messages did not arrive',
    description:
      'For each how often, when first and last, why, and whether and until when it is not sent to.',
    answer: BouncesPage,
    fields: {
      q: which.q,
      provider: which.provider,
      company: which.company,
      since: 'Bounced at this moment or later.',
      ...PAGE,
    },
    example: { query: { limit: '10' } },
  },
};
