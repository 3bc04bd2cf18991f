import { SourceInput, SourcePatch } from '@/lib/subject-sources/schema';
import { NewSourceAnswer, SourceAnswer, SourcesAnswer } from '../answers/subject-sources';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, VERSION } from './filters';

named('SubjectSourceInput', SourceInput, 'input');
named('SubjectSourcePatch', SourcePatch, 'input');

const tag = 'rules' as const;
const company = 'Id, key or name; null: for all companies.';
const source = {
  columns: 'What each column of a file is, in order; null: as its first line says.',
  decimal: 'Before the decimals; null: a number that can be read in two ways is wrong.',
  cron: 'When it is read: five fields, as in a crontab.',
  timeZone: 'By whose clock; without it that of the company.',
};

/** Addresses from which subjects are kept up to date. */
export const SUBJECT_SOURCES: Record<string, Operation> = {
  'GET /api/v1/subject-sources': {
    id: 'listSubjectSources',
    tag,
    summary: 'List addresses from which subjects are read',
    answer: SourcesAnswer,
    fields: { company: FILTERS.company },
    example: {},
  },
  'POST /api/v1/subject-sources': {
    id: 'createSubjectSource',
    tag,
    summary: 'Have subjects read from an address by the clock',
    description:
      'There stands CSV, or JSON: a list of subjects as `POST /subjects/batch` takes them, or an object with it as `subjects`. What stands there is added or changed, what no longer does stays. Each question is signed by Standard Webhooks; where that has a body, the address itself is signed.',
    answer: NewSourceAnswer,
    fields: { kind: 'Id or key of a kind.', ...source, company },
    errors: ['not_found'],
    example: {
      body: { title: 'Loans', kind: 'loan', url: 'https://library.example/loans.csv', cron: '0 6 * * *' },
    },
  },
  'GET /api/v1/subject-sources/[id]': {
    id: 'getSubjectSource',
    tag,
    summary: 'Read how an address stands',
    answer: SourceAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/subject-sources/[id]': {
    id: 'updateSubjectSource',
    tag,
    summary: 'Change an address',
    answer: SourceAnswer,
    fields: { ...source, version: VERSION },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { active: false } },
  },
  'DELETE /api/v1/subject-sources/[id]': {
    id: 'deleteSubjectSource',
    tag,
    summary: 'Read from an address no more',
    description: 'What was read from it stays.',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/subject-sources/[id]/read': {
    id: 'readSubjectSource',
    tag,
    summary: 'Read from an address now',
    description: 'The answer tells what came of it.',
    answer: SourceAnswer,
    errors: ['not_found'],
  },
};
