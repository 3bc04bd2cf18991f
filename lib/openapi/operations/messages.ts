import { z } from 'zod';
import { SlackMessage, TelegramMessage } from '@/lib/channels/chat/schema';
import { AddressInput, EmailMessage } from '@/lib/channels/email/schema';
import { AnyMessage } from '@/lib/channels/inputs';
import { SmsMessage } from '@/lib/channels/sms/schema';
import { WhatsAppMessage } from '@/lib/channels/whatsapp/schema';
import { MAX_BATCH, MessageSelection } from '@/lib/messages/schema';
import { DraftAnswer, EventsPage, MessageDetailAnswer } from '../answers/message-detail';
import {
  AcceptedAnswer,
  BatchAnswer,
  CountAnswer,
  MessagesPage,
  OutcomeAnswer,
  SandboxPage,
} from '../answers/messages';
import { QueueTestAnswer } from '../answers/providers';
import { named } from '../named';
import type { Operation } from '../operation';
import { FILTERS, PAGE } from './filters';

named('Address', AddressInput, 'input');

/** What is said of a message on any channel. */
const ANY = {
  priority: '`urgent` overtakes everything and always takes the first provider.',
  category: 'Marketing goes by the cheapest provider, by default.',
  tags: 'For your own filters and figures.',
  metadata: 'What your program wants to find with the message.',
  scheduledAt: 'Not before then.',
  expiresAt: 'Not after then: what could not be sent by that time has failed.',
  dedupe:
    'Within these hours later messages of this token with the same key are not sent: the answer names the first one.',
  providers: 'Names or ids of those that may carry it, in this order.',
  company: 'Whose it is: id, key or name.',
  template: 'Name, key or id of what it is made with, instead of a body of its own.',
  language: 'Of the template: `es`, `es-PY`; what it has no text in gives way to its base, then to its own.',
  variables: 'What the template needs.',
};

const ONE_EACH =
  'Several become several messages, answered as `{ id, ids }`: on this channel a message has one recipient.';

named('EmailInput', EmailMessage, 'input', {
  ...ANY,
  to: 'One or more recipients: `"a@b.c"`, `"Name <a@b.c>"` or `{ email, name }`. With cc and bcc together at most fifty.',
  from: 'Absent: the default sender of the provider that carries it.',
  html: 'Text, HTML or both: one is needed.',
  headers:
    'Headers of your own. Refused are those that Relevo or the way writes, and those by which a provider is steered.',
  attachments: 'Twenty at most; with the bodies 25 MB.',
  checkAddresses:
    'Refuses recipients whom no mail can reach, by DNS, each with its field. Where DNS does not answer within eight seconds nobody is refused. One request, a whole batch too, has DNS asked about at most 1,000 domains that are not known from before: recipients at others are not refused.',
  providerTemplate:
    'A template that a provider keeps, by its id there, instead of a body: `d-…` of SendGrid, a number of Brevo, a name of Mailgun, a number or an alias of Postmark. It goes by that provider alone, and waits for it. The subject is that of the template; at Brevo and Mailgun another may be given.',
  unsubscribe:
    '`true`: recipients can unsubscribe from messages such as this in one click (RFC 8058), as they can from all marketing. One with a `List-Unsubscribe` of its own keeps that.',
  tracking:
    'Whether it is told when it is opened, and which links in its HTML are followed; what is left out the settings of its category decide.',
});
named('SmsInput', SmsMessage, 'input', {
  ...ANY,
  to: `A number such as \`+595981234567\`, or as it is dialled in the company's country. ${ONE_EACH}`,
  from: 'A number, a short code, or a name of at most eleven letters. Absent: that of the provider that carries it.',
  text: 'Needed without a template. The answer says in how many parts it goes.',
});
named('WhatsAppInput', WhatsAppMessage, 'input', {
  ...ANY,
  to: `A number such as \`+595981234567\`. ${ONE_EACH}`,
  text: 'Carried while the person has written within 24 hours.',
  whatsappTemplate: 'A template that WhatsApp has approved: it reaches whoever has not written, too.',
  attachments: 'One document or picture.',
});
named('TelegramInput', TelegramMessage, 'input', {
  ...ANY,
  to: `The id of a chat with the bot. ${ONE_EACH}`,
  attachments: 'One document.',
});
named('SlackInput', SlackMessage, 'input', {
  ...ANY,
  to: `A channel. ${ONE_EACH}`,
});
const Message = named('MessageInput', AnyMessage, 'input');
named('MessageFilter', MessageSelection, 'input');
const Batch = named(
  'BatchInput',
  z.strictObject({
    messages: z.array(Message).min(1).max(MAX_BATCH),
    checkAddresses: z.boolean().optional().describe('For each that does not say it itself.'),
  }),
  'input',
);

export const MESSAGES: Record<string, Operation> = {
  'POST /api/v1/messages': {
    id: 'sendMessage',
    tag: 'messages',
    summary: 'Send a message',
    description:
      'Answers 202 as soon as the message is stored: from then on it is not lost. It is an email, or what `channel` says. With `Prefer: wait=10` it waits for the first delivery to be decided, at most that many seconds (60), and answers 200 with the outcome in plain words; what takes longer is answered with 202. With an `Idempotency-Key` it can be repeated after a broken connection without being sent twice.',
    body: Message,
    answer: AcceptedAnswer,
    answers: { 200: { description: 'Decided while you waited.', schema: OutcomeAnswer } },
    headers: ['Idempotency-Key', 'Prefer'],
    errors: ['idempotency_conflict', 'idempotency_in_progress', 'insufficient_storage'],
    example: {
      headers: { 'Idempotency-Key': 'receipt-13', Prefer: 'wait=10' },
      body: {
        to: 'Ana <ana@example.com>',
        subject: 'Receipt 13',
        text: 'Thank you. Your receipt is attached.',
        attachments: [{ filename: 'receipt.txt', content: 'UmVjZWlwdCAxMw==' }],
        tags: ['receipt'],
        metadata: { invoice: '13' },
      },
    },
  },
  'POST /api/v1/messages/batch': {
    id: 'sendMessages',
    tag: 'messages',
    summary: 'Send up to 1,000 messages',
    description:
      'Each is accepted or refused by itself: the results come in the order of the messages. An `Idempotency-Key` (240 characters at most) covers each place in the list.',
    body: Batch,
    answer: BatchAnswer,
    headers: ['Idempotency-Key'],
    errors: ['insufficient_storage'],
    example: {
      headers: { 'Idempotency-Key': 'receipts-of-monday' },
      body: {
        messages: [
          { to: 'ana@example.com', subject: 'Receipt 13', text: 'Thank you.' },
          { to: 'luis@example.com', subject: 'Receipt 14', text: 'Thank you.' },
        ],
      },
    },
  },
  'GET /api/v1/messages': {
    id: 'listMessages',
    tag: 'messages',
    summary: 'List messages',
    description: 'Newest first. All filters go together.',
    answer: MessagesPage,
    fields: { ...FILTERS, ...PAGE },
    example: { query: { status: 'parked,failed', tag: 'receipt', limit: '10' } },
  },
  'GET /api/v1/messages/[id]': {
    id: 'getMessage',
    tag: 'messages',
    summary: 'Get a message',
    description: 'With every attempt, why that provider was chosen, and everything that happened to it.',
    answer: MessageDetailAnswer,
  },
  'GET /api/v1/messages/count': {
    id: 'countMessages',
    tag: 'messages',
    summary: 'Count messages',
    description: 'By the filters of the list: exactly up to a thousand, or that there are more.',
    answer: CountAnswer,
    fields: FILTERS,
    example: { query: { status: 'parked' } },
  },
  'GET /api/v1/messages.csv': {
    id: 'exportMessages',
    tag: 'messages',
    summary: 'Export messages',
    description:
      'All that match, as a file that is made while it is read. An apostrophe stands before what a spreadsheet would run as a formula.',
    answer: { file: 'text/csv', description: 'A line for each message, below one with the names.' },
    fields: {
      ...FILTERS,
      ids: 'These alone, separated by commas.',
      bom: 'A mark at the beginning by which spreadsheets know UTF-8.',
    },
    example: { query: { tag: 'receipt', bom: 'false' } },
  },
  'GET /api/v1/messages/[id]/source': {
    id: 'getSource',
    tag: 'messages',
    summary: 'Get the source of a message',
    answer: { file: 'text/plain', description: 'The message as it is handed to a mail server.' },
  },
  'GET /api/v1/messages/[id]/preview': {
    id: 'previewMessage',
    tag: 'messages',
    summary: 'Get the HTML of a message',
    description: 'With a policy of its own, under which no script runs.',
    answer: { file: 'text/html', description: 'The HTML that was handed in, to be shown in a frame.' },
    fields: { pictures: '`all`: also those that other servers keep.' },
    example: { query: { pictures: 'inside' } },
  },
  'GET /api/v1/messages/preview-frame': {
    id: 'getPreviewFrame',
    tag: 'messages',
    summary: 'Get an empty frame for a preview',
    description: 'For the panel: a page into which HTML is put that no message has yet.',
    answer: { file: 'text/html', description: 'An empty page under the policy of previews.' },
  },
  'GET /api/v1/messages/[id]/attachments/[position]': {
    id: 'getAttachment',
    tag: 'messages',
    summary: 'Get a file of a message',
    description: 'By its position among the attachments, from 0.',
    answer: { file: '*/*', description: 'The file, always as a download.' },
  },
  'GET /api/v1/messages/[id]/draft': {
    id: 'getDraft',
    tag: 'messages',
    summary: 'Get a message as it was handed in',
    description: 'With both bodies, to be changed and sent again as another.',
    answer: DraftAnswer,
  },
  'GET /api/v1/events': {
    id: 'listEvents',
    tag: 'messages',
    summary: 'List what happened to messages',
    description:
      'Newest first, by when it happened, as far as that is known: what a provider tells late takes its place among what is there, so who asks for what is new looks some hours back, or has a webhook. A request looks at some thousand events; of what is rarer a page may be empty although more follow, until `nextCursor` is null.',
    answer: EventsPage,
    fields: {
      message: 'The id of one.',
      recipient: 'A whole address.',
      provider: 'A name or an id.',
      company: FILTERS.company,
      since: 'Happened at this moment or later.',
      until: 'Happened before this moment.',
      ...PAGE,
    },
    example: { query: { recipient: 'ana@example.com', type: 'bounced' } },
  },
  'GET /api/v1/sandbox-messages': {
    id: 'listSandboxMessages',
    tag: 'messages',
    summary: 'List what the sandboxes keep',
    description: 'Newest first. The content is read from the message, by `messageId`.',
    answer: SandboxPage,
    fields: PAGE,
    example: { query: { limit: '10' } },
  },
  'POST /api/v1/queue/test': {
    id: 'testQueue',
    tag: 'queue',
    summary: 'Test the queue',
    description:
      'Sends a message through the queue into a sandbox, waits for it, and tells how long each step took. It counts as sent nowhere.',
    answer: QueueTestAnswer,
    example: { body: {} },
  },
};
