import { RuleInput, RulePatch } from '@/lib/rules/schema';
import { KindInput, KindPatch } from '@/lib/subject-kinds/schema';
import { NotifyAbout, SubjectInput } from '@/lib/subjects/schema';
import { NotifiedAnswer } from '../answers/notifications';
import {
  ComingAnswer,
  KindAnswer,
  KindsAnswer,
  RuleAnswer,
  RulesAnswer,
  RunAnswer,
  RunsAnswer,
  StoredSubjectAnswer,
  SubjectAnswer,
  SubjectBatchAnswer,
  SubjectsPage,
} from '../answers/rules';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, PAGE, VERSION } from './filters';

named('SubjectKindInput', KindInput, 'input');
named('SubjectKindPatch', KindPatch, 'input');
named('SubjectInput', SubjectInput, 'input');
named('NotifyAbout', NotifyAbout, 'input');
named('RuleInput', RuleInput, 'input');
named('RulePatch', RulePatch, 'input');

const tag = 'rules' as const;
const company = 'Id, key or name; null: for all companies.';
const rule = {
  type: 'The key of the notification type by which it tells; its variables are the fields of the subject.',
  match: 'Of several conditions: `all` of them hold, or `any`. A day before a date is asked for besides.',
  conditions:
    'Without `before` a subject is told of once they become true, and again only after they were false.',
  before:
    'So many days before the date of a field (negative: after it), once for each; of one that comes late the nearest alone.',
  cron: 'When it runs: five fields, as in a crontab.',
  timeZone: 'By whose clock; without it that of the company.',
};

/** What is known of things, and rules by which people are told of them. */
export const RULES: Record<string, Operation> = {
  'GET /api/v1/subject-kinds': {
    id: 'listSubjectKinds',
    tag,
    summary: 'List kinds of subjects',
    answer: KindsAnswer,
    fields: { company: FILTERS.company },
    example: {},
  },
  'POST /api/v1/subject-kinds': {
    id: 'createSubjectKind',
    tag,
    summary: 'Make a kind: what rules can be about',
    answer: KindAnswer,
    fields: { fields: 'What is known of each, and of which type it is.', company },
    errors: ['name_taken'],
    example: {
      body: {
        key: 'card',
        title: 'Canteen card',
        fields: [
          { name: 'student_name', type: 'text' },
          { name: 'balance', type: 'number' },
        ],
      },
    },
  },
  'GET /api/v1/subject-kinds/[id]': {
    id: 'getSubjectKind',
    tag,
    summary: 'Read a kind',
    answer: KindAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/subject-kinds/[id]': {
    id: 'updateSubjectKind',
    tag,
    summary: 'Change a kind',
    answer: KindAnswer,
    fields: { fields: 'Replaced as a whole.', version: VERSION },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { title: 'Card' } },
  },
  'DELETE /api/v1/subject-kinds/[id]': {
    id: 'deleteSubjectKind',
    tag,
    summary: 'Delete a kind, with all of its subjects and rules',
    answer: null,
    errors: ['not_found'],
  },
  'GET /api/v1/subjects': {
    id: 'listSubjects',
    tag,
    summary: 'List subjects',
    description: 'Newest first.',
    answer: SubjectsPage,
    fields: { kind: 'Id or key of a kind.', q: 'A part of the key.', company: FILTERS.company, ...PAGE },
    example: { query: { limit: '10' } },
  },
  'POST /api/v1/subjects': {
    id: 'saveSubject',
    tag,
    summary: 'Add a subject, or change the one of this key',
    description: 'What is not named stays as it is; null takes it away. Sent again it changes nothing.',
    answer: StoredSubjectAnswer,
    fields: {
      kind: 'Id or key of a kind.',
      contact: 'Id or key of the contact whom it is told.',
      data: 'By the fields of its kind.',
      company,
    },
    errors: ['not_found'],
    example: { body: { kind: 'loan', key: '18842', data: { fine: 3500 } } },
  },
  'POST /api/v1/subjects/batch': {
    id: 'saveSubjects',
    tag,
    summary: 'Add or change up to 1,000 subjects of one kind',
    description: 'Each is taken or refused by itself.',
    answer: SubjectBatchAnswer,
    fields: {
      kind: 'Id or key of a kind.',
      subjects: 'Each as for one alone, without `kind` and `company`.',
      company,
    },
    errors: ['not_found'],
    example: { body: { kind: 'loan', subjects: [{ key: '18842', data: { fine: 3500 } }] } },
  },
  'GET /api/v1/subjects/[id]': {
    id: 'getSubject',
    tag,
    summary: 'Read a subject',
    answer: SubjectAnswer,
    errors: ['not_found'],
  },
  'DELETE /api/v1/subjects/[id]': {
    id: 'deleteSubject',
    tag,
    summary: 'Delete a subject',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/subjects/[id]/notify': {
    id: 'notifyOfSubject',
    tag,
    summary: 'Tell of a subject now',
    description:
      'Whatever rules say, the person whom the subject names is told by the channels of the type. Accepted once this is answered; `GET /api/v1/notifications/{id}` tells what became of each channel.',
    answer: NotifiedAnswer,
    fields: {
      type: 'The key of a notification type; its variables are the fields of the subject.',
      dedupeKey: 'Your name for what happened: within the hours of the type it is told once.',
    },
    errors: ['not_found', 'variables_invalid'],
    example: { body: { type: 'inactive-customer' } },
  },
  'GET /api/v1/rules': {
    id: 'listRules',
    tag,
    summary: 'List rules',
    answer: RulesAnswer,
    fields: { company: FILTERS.company },
    example: {},
  },
  'GET /api/v1/rules/coming': {
    id: 'listComingRuns',
    tag,
    summary: 'List what runs on the next days',
    description: 'By the clock of each rule. Of one that runs often in a day the first time, and how often.',
    answer: ComingAnswer,
    fields: { days: 'For how many days from now.', company: FILTERS.company },
    example: { query: { days: '7' } },
  },
  'POST /api/v1/rules': {
    id: 'createRule',
    tag,
    summary: 'Make a rule over subjects',
    answer: RuleAnswer,
    fields: {
      kind: 'Id or key of a kind.',
      ...rule,
      start: '`new`: who matches already when it begins is not told. `all`: they are.',
      company,
    },
    errors: ['not_found'],
    example: {
      body: {
        title: 'Balance under 5,000',
        kind: 'loan',
        type: 'payment-pending',
        conditions: [{ field: 'fine', op: 'lt', value: 5000 }],
        cron: '0 18 * * *',
      },
    },
  },
  'GET /api/v1/rules/[id]': {
    id: 'getRule',
    tag,
    summary: 'Read a rule',
    answer: RuleAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/rules/[id]': {
    id: 'updateRule',
    tag,
    summary: 'Change a rule',
    answer: RuleAnswer,
    fields: { ...rule, version: VERSION },
    errors: ['not_found', 'changed_meanwhile'],
    example: { body: { active: false } },
  },
  'DELETE /api/v1/rules/[id]': {
    id: 'deleteRule',
    tag,
    summary: 'Delete a rule, with its history',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/rules/[id]/run': {
    id: 'runRule',
    tag,
    summary: 'Run a rule now, or see who would be told',
    answer: RunAnswer,
    fields: { dryRun: 'Only see who would be told.' },
    errors: ['not_found'],
    example: { body: { dryRun: true } },
  },
  'GET /api/v1/rules/[id]/runs': {
    id: 'listRuleRuns',
    tag,
    summary: 'List the last hundred runs of a rule',
    answer: RunsAnswer,
    errors: ['not_found'],
  },
};
