import { ListInput, ListPatch, SubscribeInput } from '@/lib/lists/schema';
import { SegmentInput, SegmentPatch, SegmentPreviewInput } from '@/lib/segments/schema';
import {
  ListAnswer,
  ListsAnswer,
  MembersPage,
  SegmentAnswer,
  SegmentPreviewAnswer,
  SegmentsAnswer,
  SubscribedAnswer,
} from '../answers/lists';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, PAGE, VERSION } from './filters';

named('ListInput', ListInput, 'input');
named('ListPatch', ListPatch, 'input');
named('SubscribeInput', SubscribeInput, 'input');
named('SegmentInput', SegmentInput, 'input');
named('SegmentPatch', SegmentPatch, 'input');
named('SegmentPreviewInput', SegmentPreviewInput, 'input');

const tag = 'lists' as const;
const company = 'Id, key or name; null: for all companies.';
const list = {
  optIn: '`double`: whoever subscribes is on it once they pressed the button in a mail to that address.',
  openForm: 'Whether people subscribe by themselves: the form of a page of yours is sent to `formUrl`.',
  welcome: 'Key of the template that greets who has subscribed.',
};
const rules =
  'Groups of rules; `match` says whether all hold or any. A field is name, email, domain, phone, key, language, time_zone, created, list, opened, clicked, or `fields.` and a name of your own.';
const spanish = { groups: [{ rules: [{ field: 'language', op: 'contains', value: 'es' }] }] };

/** Who subscribed to what, and who is meant by rules. */
export const LISTS: Record<string, Operation> = {
  'GET /api/v1/lists': {
    id: 'listLists',
    tag,
    summary: 'List lists',
    answer: ListsAnswer,
    fields: { company: FILTERS.company },
    example: {},
  },
  'POST /api/v1/lists': {
    id: 'createList',
    tag,
    summary: 'Make a list',
    answer: ListAnswer,
    fields: { ...list, company },
    errors: ['name_taken'],
    example: { body: { title: 'News of the school' } },
  },
  'GET /api/v1/lists/[id]': {
    id: 'getList',
    tag,
    summary: 'Read a list',
    answer: ListAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/lists/[id]': {
    id: 'updateList',
    tag,
    summary: 'Change a list',
    answer: ListAnswer,
    fields: { ...list, version: VERSION },
    errors: ['not_found', 'changed_meanwhile', 'name_taken'],
    example: { body: { description: 'Once a month.' } },
  },
  'DELETE /api/v1/lists/[id]': {
    id: 'deleteList',
    tag,
    summary: 'Delete a list; its people stay contacts',
    answer: null,
    errors: ['not_found'],
  },
  'GET /api/v1/lists/[id]/members': {
    id: 'listMembers',
    tag,
    summary: 'List who is on it, who was asked and who left',
    description: 'Whoever became known last comes first.',
    answer: MembersPage,
    fields: { state: 'Only those of this state.', ...PAGE },
    errors: ['not_found'],
    example: { query: { limit: '10' } },
  },
  'POST /api/v1/lists/[id]/members': {
    id: 'subscribe',
    tag,
    summary: 'Subscribe up to 1,000 people',
    description:
      'Each is taken or refused by itself. On a list that asks first they wait until they press the button in their mail; who left the list stays away. Sent again it changes nothing.',
    answer: SubscribedAnswer,
    fields: {
      contacts: 'Each as for `POST /contacts`, without `company`.',
      confirmed: 'They agreed elsewhere: nobody is asked by mail.',
      again: 'Also those who left the list before.',
    },
    errors: ['not_found'],
    example: { body: { contacts: [{ email: 'ana@example.com', name: 'Ana Benítez' }], confirmed: true } },
  },
  'DELETE /api/v1/lists/[id]/members/[contact]': {
    id: 'unsubscribe',
    tag,
    summary: 'Take somebody off a list',
    description: 'They are kept as one who left, so that no import brings them back.',
    answer: null,
    errors: ['not_found'],
  },
  'GET /api/v1/segments': {
    id: 'listSegments',
    tag,
    summary: 'List segments',
    answer: SegmentsAnswer,
    fields: { company: FILTERS.company },
    example: {},
  },
  'POST /api/v1/segments': {
    id: 'createSegment',
    tag,
    summary: 'Make a segment',
    answer: SegmentAnswer,
    fields: { rules, company },
    errors: ['name_taken'],
    example: { body: { title: 'Who reads Spanish', rules: spanish } },
  },
  'POST /api/v1/segments/preview': {
    id: 'previewSegment',
    tag,
    summary: 'Count whom rules are about, with a sample',
    answer: SegmentPreviewAnswer,
    fields: { rules, company },
    example: { body: { rules: spanish } },
  },
  'GET /api/v1/segments/[id]': {
    id: 'getSegment',
    tag,
    summary: 'Read a segment',
    answer: SegmentAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/segments/[id]': {
    id: 'updateSegment',
    tag,
    summary: 'Change a segment',
    answer: SegmentAnswer,
    fields: { rules, version: VERSION },
    errors: ['not_found', 'changed_meanwhile', 'name_taken'],
    example: { body: { title: 'Spanish' } },
  },
  'DELETE /api/v1/segments/[id]': {
    id: 'deleteSegment',
    tag,
    summary: 'Delete a segment',
    answer: null,
    errors: ['not_found'],
  },
  'GET /api/v1/segments/[id]/count': {
    id: 'countSegment',
    tag,
    summary: 'Count whom a segment is about now, with a sample',
    answer: SegmentPreviewAnswer,
    errors: ['not_found'],
  },
};
