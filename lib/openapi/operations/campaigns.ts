import {
  ApproveInput,
  CampaignInput,
  CampaignPatch,
  DecideInput,
  DeclineInput,
  StartInput,
  TestInput,
} from '@/lib/campaigns/schema';
import { CampaignAnswer, CampaignChecksAnswer, CampaignsAnswer } from '../answers/campaigns';
import { AcceptedAnswer } from '../answers/messages';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, VERSION } from './filters';

named('CampaignInput', CampaignInput, 'input');
named('CampaignPatch', CampaignPatch, 'input');
named('CampaignTestInput', TestInput, 'input');
named('CampaignStartInput', StartInput, 'input');
named('CampaignApproveInput', ApproveInput, 'input');
named('CampaignDeclineInput', DeclineInput, 'input');
named('CampaignDecideInput', DecideInput, 'input');

const tag = 'campaigns' as const;
const errors: Operation['errors'] = ['not_found', 'conflict'];
const fields = {
  audience:
    'Ids of lists and segments, and of those who are left out. Who that is, is asked when it begins, and written down.',
  template: 'Id or key; it keeps the version that is published when it is started.',
  variables: 'Of the template. What contacts have of their own by the same name stands before it.',
  language: 'For all of them; null: each in their own.',
  variants: 'Two to four for a test, each with what differs.',
  test: 'So much of the audience gets the variants; the rest gets the best, once the wait is over.',
  startsAt: 'As a clock on the wall shows it, in the zone of the company. Null: at once when it is started.',
  zoned: 'At that hour where each of them is.',
  spreadHours: 'Spread evenly over so many hours.',
  perMinute: 'At most so many a minute; null: as fast as the providers take them.',
  budget: 'What it may cost; `hard`: it is paused at that.',
};

/** Mail to many, which ends when it should. */
export const CAMPAIGNS: Record<string, Operation> = {
  'GET /api/v1/campaigns': {
    id: 'listCampaigns',
    tag,
    summary: 'List campaigns',
    description: 'Newest first, at most 500.',
    answer: CampaignsAnswer,
    fields: { company: FILTERS.company, state: 'Only those of this state.' },
    example: {},
  },
  'POST /api/v1/campaigns': {
    id: 'createCampaign',
    tag,
    summary: 'Make a campaign',
    description: 'A draft: nothing is sent before it is started.',
    answer: CampaignAnswer,
    fields: { ...fields, company: 'Id, key or name; null: for all companies.' },
    example: { body: { title: 'News of March', template: 'newsletter', audience: {} } },
  },
  'GET /api/v1/campaigns/[id]': {
    id: 'getCampaign',
    tag,
    summary: 'Read a campaign, with its books',
    answer: CampaignAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/campaigns/[id]': {
    id: 'updateCampaign',
    tag,
    summary: 'Change a campaign that has not begun',
    description: 'One that waits for its time is a draft again then, and has to be started once more.',
    answer: CampaignAnswer,
    fields: { ...fields, version: VERSION },
    errors: ['not_found', 'conflict', 'changed_meanwhile'],
    example: { body: { title: 'News of April' } },
  },
  'DELETE /api/v1/campaigns/[id]': {
    id: 'deleteCampaign',
    tag,
    summary: 'Delete a campaign that never began, or is over',
    answer: null,
    errors,
  },
  'GET /api/v1/campaigns/[id]/check': {
    id: 'checkCampaign',
    tag,
    summary: 'See what keeps it from beginning, for whom it is, and what it will cost',
    answer: CampaignChecksAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/campaigns/[id]/test': {
    id: 'testCampaign',
    tag,
    summary: 'Send it to one address, to look at',
    answer: AcceptedAnswer,
    fields: { variant: 'Which of its variants, from 0.' },
    errors,
    example: { body: { to: 'ana@example.com' } },
  },
  'POST /api/v1/campaigns/[id]/ask-approval': {
    id: 'askForCampaignApproval',
    tag,
    summary: 'Ask a second person to agree to it',
    description: 'Where the settings want one. Whoever could agree is written to.',
    answer: CampaignAnswer,
    errors,
  },
  'POST /api/v1/campaigns/[id]/approve': {
    id: 'approveCampaign',
    tag,
    summary: 'Agree to it as the second person',
    description:
      'Not for who made it or changed it last; a token stands for the person who made the token. Each change asks for a new yes.',
    answer: CampaignAnswer,
    fields: { version: 'Of what was looked at; without it, what stands there now.' },
    errors,
    example: { body: {} },
  },
  'POST /api/v1/campaigns/[id]/decline': {
    id: 'declineCampaign',
    tag,
    summary: 'Send it back as the second person, and say why',
    answer: CampaignAnswer,
    fields: {
      note: 'What should be changed.',
      version: 'Of what was looked at; without it, what stands there now.',
    },
    errors,
    example: { body: { note: 'The price in the second line is last year’s.' } },
  },
  'POST /api/v1/campaigns/[id]/start': {
    id: 'startCampaign',
    tag,
    summary: 'Start it, at once or at its time',
    description: 'Asked for again it changes nothing.',
    answer: CampaignAnswer,
    fields: { anyway: 'Also where a check warns.' },
    errors,
    example: { body: { anyway: true } },
  },
  'POST /api/v1/campaigns/[id]/pause': {
    id: 'pauseCampaign',
    tag,
    summary: 'Pause it: nothing more is begun',
    answer: CampaignAnswer,
    errors,
  },
  'POST /api/v1/campaigns/[id]/resume': {
    id: 'resumeCampaign',
    tag,
    summary: 'Go on where it was',
    answer: CampaignAnswer,
    errors,
  },
  'POST /api/v1/campaigns/[id]/stop': {
    id: 'stopCampaign',
    tag,
    summary: 'Stop it for good: who has nothing yet gets nothing',
    answer: CampaignAnswer,
    errors,
  },
  'POST /api/v1/campaigns/[id]/decide': {
    id: 'decideCampaign',
    tag,
    summary: 'Choose the variant that the rest gets',
    answer: CampaignAnswer,
    fields: { variant: 'From 0.' },
    errors,
    example: { body: { variant: 0 } },
  },
};
