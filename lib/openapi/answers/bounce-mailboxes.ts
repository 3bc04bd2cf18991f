import { z } from 'zod';
import { MAILBOX_CAUSES } from '@/lib/bounces/mailboxes/causes';
import {
  AFTER_READING,
  MAILBOX_SECURITIES,
  type MailboxTest,
  type MailboxView,
} from '@/lib/bounces/mailboxes/schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Reference, Time } from './parts';

const cause = z.enum(MAILBOX_CAUSES);

export const MailboxAnswer = answerOf<MailboxView>()(
  'BounceMailbox',
  z.strictObject({
    id: Id,
    name: z.string(),
    host: z.string(),
    port: z.int(),
    security: z.enum(MAILBOX_SECURITIES),
    username: z.string(),
    secrets: z
      .strictObject({
        password: z.strictObject({ set: z.boolean(), last4: z.string(), updatedAt: Time }),
      })
      .describe('Never told: only that it is there, and since when.'),
    account: Reference.nullable().describe(
      'The provider with whose account it signs in; null: with a password.',
    ),
    folder: z.string(),
    everyMinutes: Count,
    afterReading: z.enum(AFTER_READING),
    moveTo: z.string().nullable(),
    active: z.boolean(),
    readAt: Time.nullable().describe('When it was read last without a failure.'),
    mailsRead: Count,
    mailsNoted: Count.describe('Mails that told something new of a message.'),
    mailsUnreadable: Count,
    failure: z
      .strictObject({
        cause,
        since: Time,
        reply: z.string().nullable().describe('The words of the server.'),
        summary: z.string().describe('What is wrong and what to do, in English.'),
      })
      .nullable(),
    company: z.string().optional(),
    version: z.int(),
    createdAt: Time,
    updatedAt: Time,
  }),
);
export const MailboxesAnswer = named('BounceMailboxList', listOf(MailboxAnswer));

export const MailboxTestAnswer = answerOf<MailboxTest>()(
  'BounceMailboxTest',
  z.strictObject({
    ok: z.boolean(),
    steps: z.array(
      z.strictObject({
        name: z.enum(['dns', 'sign_in', 'folder']),
        ok: z.boolean(),
        ms: Count,
        detail: z.string(),
      }),
    ),
    mails: Count.optional().describe('Mails that lie in the folder.'),
    cause: cause.optional(),
    reply: z.string().optional().describe('The words of the server.'),
    summary: z.string(),
  }),
);
