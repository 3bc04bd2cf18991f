import { AddressCheckInput } from '@/lib/addresses/schema';
import { ContentCheckInput } from '@/lib/content-check/schema';
import { AddressChecksAnswer, ContentCheckAnswer } from '../answers/checks';
import { named } from '../named';
import type { Operation } from '../operation';

named('AddressCheckInput', AddressCheckInput, 'input');
named('ContentCheckInput', ContentCheckInput, 'input');

/** What can be looked at before a message is sent. */
export const CHECKS: Record<string, Operation> = {
  'POST /api/v1/addresses/check': {
    id: 'checkAddresses',
    tag: 'messages',
    summary: 'Check up to 1,000 addresses',
    description:
      'Each is fine, doubtful, wrong or unknown, with reasons: its form, a slip of a common domain, whether the domain takes mail by DNS, mailboxes for some minutes, desks instead of persons. Nobody is asked but DNS, for eight seconds at most, and no mail is sent. Of the limits of a token each address counts as a request.',
    answer: AddressChecksAnswer,
    fields: { addresses: '`a@b.c` or `Name <a@b.c>`, as somebody typed them.' },
    example: { body: { addresses: ['ana@example.com', 'luis@gmial.com'] } },
  },
  'POST /api/v1/messages/check': {
    id: 'checkMessage',
    tag: 'messages',
    summary: 'Check what a message says',
    description:
      'What filters and readers would hold against it, with points for each, and what to do about it in the language of `Accept-Language`. Nothing is stored or sent. By itself it only warns; the settings may refuse messages from a score on. Of HTML the first 2 MB are read.',
    answer: ContentCheckAnswer,
    fields: { category: 'Marketing needs a link to unsubscribe.' },
    example: {
      body: {
        subject: 'LAST CHANCE!!!',
        html: '<p>See <a href="http://bit.ly/3x">www.example.com</a></p>',
        category: 'marketing',
      },
    },
  },
};
