import { z } from 'zod';
import { SUPPRESSION_CAUSES } from '@/drizzle/suppression-causes';
import { EVENT_TYPES } from '@/lib/events/types';
import { STATUSES } from '@/lib/messages/status';
import {
  ACTORS,
  type ErasedView,
  type FoundRecipient,
  HEADLINES,
  NEXT_STEPS,
  type StoryView,
} from '@/lib/recipients/schema';
import { CATEGORIES } from '@/lib/routing/categories';
import { answerOf, named } from '../named';
import { Count, Fields, Id, listOf, Time } from './parts';

export const FoundRecipients = named(
  'FoundRecipients',
  listOf(
    answerOf<FoundRecipient>()(
      'FoundRecipient',
      z.strictObject({
        address: z.string(),
        name: z.string().nullable().describe('By which a message called them last.'),
        message: z
          .strictObject({ id: Id, subject: z.string(), status: z.enum(STATUSES), acceptedAt: Time })
          .nullable()
          .describe('The newest one to them among those that match.'),
        suppressed: z.boolean(),
      }),
    ),
  ),
);

export const ErasedAnswer = answerOf<ErasedView>()(
  'Erased',
  z.strictObject({
    messages: Count.describe('Those whose content was deleted now.'),
    canceled: Count.describe('Of them: those that still waited.'),
    suppressions: Count.describe('Wishes not to be written to, which stay without the address.'),
  }),
);

const headline = z.strictObject({
  code: z.enum(HEADLINES).describe('What matters most; `sentence` says it.'),
  actor: z.enum(ACTORS).describe('Who has to do something now.'),
  next: z.enum(NEXT_STEPS).nullable().describe('What there is to do, in the panel or here.'),
  since: Time.nullable(),
  until: Time.nullable().describe('Of what waits: the next try.'),
  count: Count.describe('Messages that it is about.'),
  messageId: Id.nullable(),
  provider: z.string().nullable(),
  category: z.string().nullable(),
  said: z.string().nullable().describe('Words of a server or a person.'),
});

const suppression = z.strictObject({
  id: Id,
  category: z.enum(CATEGORIES).nullable(),
  reason: z.string().nullable(),
  code: z.string().nullable(),
  provider: z.string().nullable(),
  lastAt: Time,
  times: Count,
  until: Time.nullable(),
  addedBy: z.string().nullable(),
  company: z.string().optional(),
  cause: z.enum(SUPPRESSION_CAUSES),
  shared: z.boolean().describe('It holds for all companies.'),
  whole: z.boolean().describe('It stops all messages.'),
  liftable: z.boolean().describe('Who asks sees all that it stops, and may lift it.'),
});

export const StoryAnswer = answerOf<StoryView>()(
  'Story',
  z.strictObject({
    address: z.string(),
    name: z.string().nullable(),
    sentence: z.string().describe('What matters, in the language of the request.'),
    advice: z.string().describe('Who must do what.'),
    headline,
    messages: z.strictObject({
      count: Count.describe('The newest, up to 200.'),
      more: z.boolean(),
      waiting: Count,
      arrived: Count.describe('Delivered, or taken by a provider without a word of trouble.'),
      missed: Count,
      firstAt: Time.nullable(),
      lastAt: Time.nullable(),
    }),
    suppressions: z.array(suppression).describe('What stops messages to it now.'),
    wrote: z
      .array(
        z.strictObject({
          id: Id,
          at: Time,
          channel: z.string(),
          text: z.string(),
          provider: z.string().nullable(),
        }),
      )
      .describe('What they wrote of their own accord, the newest 20.'),
    data: z
      .array(
        z.strictObject({
          id: Id,
          type: z.enum(EVENT_TYPES),
          at: Time,
          recipient: z.string().nullable(),
          provider: z.string().nullable(),
          detail: Fields.nullable().describe('By type.'),
          messageId: Id,
          subject: z.string(),
        }),
      )
      .describe('What happened, the newest first.'),
    nextCursor: Id.nullable().describe('Give it as `cursor` for the next page; null: this is the last.'),
  }),
);
