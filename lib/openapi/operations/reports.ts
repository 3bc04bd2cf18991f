import { ReportInput, ReportPatch } from '@/lib/reports/schema';
import { ReportAnswer, ReportSentAnswer, ReportsAnswer } from '../answers/reports';
import { named } from '../named';
import type { Operation } from '../operation';

named('ReportInput', ReportInput, 'input');
named('ReportPatch', ReportPatch, 'input');

const fields = {
  frequency:
    '`daily`: of the day before; `weekly`: on Mondays, of the week before; `monthly`: on the first, of the month before.',
  hour: 'By the clocks of `timeZone`.',
  recipients: 'Each gets a mail of its own.',
};

/** Figures by mail. */
export const REPORTS: Record<string, Operation> = {
  'GET /api/v1/reports': {
    id: 'listReports',
    tag: 'figures',
    summary: 'List reports',
    answer: ReportsAnswer,
  },
  'POST /api/v1/reports': {
    id: 'createReport',
    tag: 'figures',
    summary: 'Add a report',
    description:
      'Figures by mail, with pictures and a CSV. It comes first at its next hour; after an outage once, late, of the last period.',
    answer: ReportAnswer,
    fields: {
      ...fields,
      timeZone: 'Absent: that of the company, else of the settings.',
      language: 'Absent: that of the company.',
      company: 'Id, key or name; null: figures of all together.',
    },
    errors: ['conflict'],
    example: {
      body: {
        name: 'Week',
        frequency: 'weekly',
        hour: 7,
        timeZone: 'America/Asuncion',
        language: 'es',
        recipients: ['director@clinic.example'],
      },
    },
  },
  'GET /api/v1/reports/[id]': {
    id: 'getReport',
    tag: 'figures',
    summary: 'Get a report',
    answer: ReportAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/reports/[id]': {
    id: 'updateReport',
    tag: 'figures',
    summary: 'Change a report',
    description: 'What is left out stays.',
    answer: ReportAnswer,
    fields,
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { hour: 8 } },
  },
  'DELETE /api/v1/reports/[id]': {
    id: 'deleteReport',
    tag: 'figures',
    summary: 'Delete a report',
    answer: null,
    errors: ['not_found'],
  },
  'GET /api/v1/reports/[id]/preview': {
    id: 'previewReport',
    tag: 'figures',
    summary: 'See a report',
    answer: { file: 'text/html', description: 'The mail as it would go out now, its pictures within it.' },
    errors: ['not_found'],
  },
  'POST /api/v1/reports/[id]/send': {
    id: 'sendReport',
    tag: 'figures',
    summary: 'Send a report now',
    description: 'Of the last period that is over, to all of its recipients, also if they have it already.',
    answer: ReportSentAnswer,
    errors: ['not_found'],
  },
};
