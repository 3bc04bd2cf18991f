import { AddressCheckInput } from '@/lib/addresses/schema';
import { AddressChecksAnswer } from '../answers/checks';
import { named } from '../named';
import type { Operation } from '../operation';

named('AddressCheckInput', AddressCheckInput, 'input');

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
};
