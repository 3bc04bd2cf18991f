import { DuplicateInput, ListOfInput, ResendInput } from '@/lib/campaigns/schema';
import { CampaignAnswer, CampaignRecipientsPage, CampaignResultAnswer } from '../answers/campaigns';
import { ListAnswer } from '../answers/lists';
import { named } from '../named';
import type { Operation } from '../operation';
import { PAGE } from './filters';

named('CampaignResendInput', ResendInput, 'input');
named('CampaignListOfInput', ListOfInput, 'input');
named('CampaignDuplicateInput', DuplicateInput, 'input');

const tag = 'campaigns' as const;
const errors: Operation['errors'] = ['not_found', 'conflict'];

/** What came of a campaign, and what is made of it then. */
export const CAMPAIGN_RESULTS: Record<string, Operation> = {
  'POST /api/v1/campaigns/[id]/duplicate': {
    id: 'duplicateCampaign',
    tag,
    summary: 'Make the same again, as a draft',
    answer: CampaignAnswer,
    errors: ['not_found'],
    example: { body: { title: 'News of April' } },
  },
  'POST /api/v1/campaigns/[id]/publish': {
    id: 'publishCampaign',
    tag,
    summary: 'Let everybody read it, by a page and feeds',
    description: 'One that was sent, shown as if to nobody: without names and without a way to unsubscribe.',
    answer: CampaignAnswer,
    errors,
  },
  'POST /api/v1/campaigns/[id]/unpublish': {
    id: 'unpublishCampaign',
    tag,
    summary: 'Take its page away',
    answer: CampaignAnswer,
    errors: ['not_found'],
  },
  'GET /api/v1/campaigns/[id]/result': {
    id: 'getCampaignResult',
    tag,
    summary: 'See what came of it',
    answer: CampaignResultAnswer,
    errors: ['not_found'],
  },
  'GET /api/v1/campaigns/[id]/picture': {
    id: 'showCampaignClicks',
    tag,
    summary: 'See where people clicked, on the mail itself',
    description:
      'As if to nobody, for a frame: scripts, forms and links lead nowhere. How many is beside each link; links that each has of their own stand in the result alone.',
    answer: { file: 'text/html', description: 'The page; of one that never began a sentence that says so.' },
    errors: ['not_found'],
  },
  'POST /api/v1/campaigns/[id]/resend': {
    id: 'resendCampaign',
    tag,
    summary: 'Make the same again for those who did not open it, as a draft',
    description:
      'Of one that is finished. Whoever loads no pictures, or has a program load them, may have read it all the same: the check of the draft says of how many that is known.',
    answer: CampaignAnswer,
    fields: { subject: 'Another one; without it that which it had, or which won.' },
    errors,
    example: { body: { title: 'News of March, again', subject: 'In case you missed it' } },
  },
  'GET /api/v1/campaigns/[id]/recipients.csv': {
    id: 'exportCampaignRecipients',
    tag,
    summary: 'Export whom it was for and what each did as CSV',
    answer: {
      file: 'text/csv',
      description: 'A line for each, below one with the names; what programs did stands apart.',
    },
    errors: ['not_found'],
  },
  'POST /api/v1/campaigns/[id]/recipients/list': {
    id: 'listOfCampaignRecipients',
    tag,
    summary: 'Make a list of those who did something',
    description:
      'As it is known now; the list stays when messages are forgotten. A token needs `campaigns:read` as well.',
    answer: ListAnswer,
    errors: ['not_found', 'conflict', 'name_taken'],
    example: { body: { did: 'clicked', title: 'Who clicked in March' } },
  },
  'GET /api/v1/campaigns/[id]/recipients': {
    id: 'listCampaignRecipients',
    tag,
    summary: 'List whom it was for, what became of each and what they did',
    answer: CampaignRecipientsPage,
    fields: { outcome: 'Only these.', did: 'Only who did this themselves: not what programs do.', ...PAGE },
    errors: ['not_found'],
    example: { query: { limit: '10' } },
  },
};
