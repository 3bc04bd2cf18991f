import { z } from 'zod';
import { MEMBER_STATES } from '@/lib/lists/member-states';
import { type ListView, type MemberView, OPT_INS, type Subscribed } from '@/lib/lists/schema';
import { SEGMENT_OPERATORS, type SegmentPreview, type SegmentView } from '@/lib/segments/schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, pageOf, Time } from './parts';
import { ProblemBody } from './problem';

const stamps = { createdAt: Time, updatedAt: Time, company: z.string().optional() };
const version = z.int().describe('To send with a PATCH.');
const state = z
  .enum(MEMBER_STATES)
  .describe('`waiting`: asked by mail, and has not said yes yet. `unsubscribed`: left the list.');

export const ListAnswer = answerOf<ListView>()(
  'List',
  z.strictObject({
    id: Id,
    title: z.string(),
    description: z.string().nullable(),
    optIn: z.enum(OPT_INS),
    openForm: z.boolean(),
    welcome: z.string().nullable(),
    members: z.strictObject({ waiting: Count, subscribed: Count, unsubscribed: Count }),
    formUrl: z
      .string()
      .nullable()
      .describe('Where a form with `email` and `name` is sent; null: it takes none.'),
    version,
    ...stamps,
  }),
);
export const ListsAnswer = named('Lists', listOf(ListAnswer));

export const MembersPage = named(
  'ListMembers',
  pageOf(
    answerOf<MemberView>()(
      'ListMember',
      z.strictObject({
        id: Id.describe('Of the contact.'),
        name: z.string().nullable(),
        email: z.string().nullable(),
        state,
        source: z.string().describe('How they came: api, panel or form.'),
        by: z.string().describe('Who says that they agreed: they themselves, or who added them.'),
        agreedAt: Time.nullable(),
        leftAt: Time.nullable(),
      }),
    ),
  ),
);

const SubscribedOne = answerOf<Subscribed>()(
  'Subscribed',
  z.strictObject({
    contactId: Id,
    state,
    outcome: z
      .enum(['added', 'same', 'left_before'])
      .describe('`left_before`: they left it once, and stay away.'),
  }),
);
export const SubscribedAnswer = named(
  'SubscribeResults',
  z.strictObject({
    results: z
      .array(z.union([SubscribedOne, z.strictObject({ error: ProblemBody })]))
      .describe('One for each, in the same order.'),
  }),
);

const match = z.enum(['all', 'any']);
export const SegmentAnswer = answerOf<SegmentView>()(
  'Segment',
  z.strictObject({
    id: Id,
    title: z.string(),
    rules: z.strictObject({
      match,
      groups: z.array(
        z.strictObject({
          match,
          rules: z.array(
            z.strictObject({
              field: z.string(),
              op: z.enum(SEGMENT_OPERATORS),
              value: z.union([z.string(), z.number(), z.boolean()]).optional(),
            }),
          ),
        }),
      ),
    }),
    version,
    ...stamps,
  }),
);
export const SegmentsAnswer = named('Segments', listOf(SegmentAnswer));

export const SegmentPreviewAnswer = answerOf<SegmentPreview>()(
  'SegmentPreview',
  z.strictObject({
    count: Count,
    more: z.boolean().describe('There are more than were counted.'),
    sample: z
      .array(z.strictObject({ id: Id, name: z.string().nullable(), email: z.string().nullable() }))
      .describe('The newest twenty.'),
  }),
);
