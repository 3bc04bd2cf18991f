import { MailboxInput, MailboxPatch } from '@/lib/bounces/mailboxes/schema';
import { MailboxAnswer, MailboxesAnswer, MailboxTestAnswer } from '../answers/bounce-mailboxes';
import { named } from '../named';
import type { Operation } from '../operation';
import { VERSION } from './filters';

named('BounceMailboxInput', MailboxInput, 'input');
named('BounceMailboxPatch', MailboxPatch, 'input');

const fields = {
  security: 'With `none` a password goes to servers on private addresses only.',
  password: 'Write-only. Needed unless an `account` is given.',
  account:
    'Id or name of a provider that signs in by OAuth2, of the same company: the mailbox is read with its account, at the servers of its service only.',
  afterReading: 'What is done to a mail that was read.',
  moveTo: 'The folder of `move`, which is made where it is not there.',
};

/** Mailboxes to which bounces come. */
export const BOUNCE_MAILBOXES: Record<string, Operation> = {
  'GET /api/v1/bounce-mailboxes': {
    id: 'listBounceMailboxes',
    tag: 'suppressions',
    summary: 'List bounce mailboxes',
    description: 'With how each stands: when it was read last, or since when and why it cannot be.',
    answer: MailboxesAnswer,
  },
  'POST /api/v1/bounce-mailboxes': {
    id: 'createBounceMailbox',
    tag: 'suppressions',
    summary: 'Add a bounce mailbox',
    description:
      'Bounces, complaints and answers that come to it are read by IMAP and noted at their messages, from the mails of the last 30 days on.',
    answer: MailboxAnswer,
    fields: { ...fields, company: 'Id, key or name; null: of all companies.' },
    errors: ['name_taken'],
    example: {
      body: {
        name: 'Bounces',
        host: 'imap.example.com',
        username: 'bounces@example.com',
        password: 'correct-horse',
      },
    },
  },
  'GET /api/v1/bounce-mailboxes/[id]': {
    id: 'getBounceMailbox',
    tag: 'suppressions',
    summary: 'Get a bounce mailbox',
    answer: MailboxAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/bounce-mailboxes/[id]': {
    id: 'updateBounceMailbox',
    tag: 'suppressions',
    summary: 'Change a bounce mailbox',
    description: 'Another host, port, security or user name needs the password again.',
    answer: MailboxAnswer,
    fields: { ...fields, version: VERSION },
    errors: ['not_found', 'name_taken', 'changed_meanwhile'],
    example: { body: { everyMinutes: 10 } },
  },
  'DELETE /api/v1/bounce-mailboxes/[id]': {
    id: 'deleteBounceMailbox',
    tag: 'suppressions',
    summary: 'Delete a bounce mailbox',
    description: 'What was read stays noted.',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/bounce-mailboxes/[id]/test': {
    id: 'testBounceMailbox',
    tag: 'suppressions',
    summary: 'Test a bounce mailbox',
    description: 'Connects, signs in and opens the folder within 20 s, and reads nothing.',
    answer: MailboxTestAnswer,
    errors: ['not_found'],
  },
};
