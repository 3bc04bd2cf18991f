import { FoundRecipients, StoryAnswer } from '../answers/recipients';
import type { Operation } from '../operation';
import { PAGE } from './filters';

/** Those who are written to, each over all messages. */
export const RECIPIENTS: Record<string, Operation> = {
  'GET /api/v1/recipients': {
    id: 'findRecipients',
    tag: 'messages',
    summary: 'Find whom it is about',
    description:
      'By whatever somebody has at hand; at most twenty, who is named first. A whole address is answered also where nothing is known of it.',
    answer: FoundRecipients,
    fields: {
      q: 'An address or its beginning, a phone number, words of the subject, the id of a message (ours or the provider’s), or the `Message-ID` of the mail.',
    },
    example: { query: { q: 'ana@example.com' } },
  },
  'GET /api/v1/recipients/[address]/story': {
    id: 'getStory',
    tag: 'messages',
    summary: 'Get the story of one person',
    description:
      'Everything that happened to an address over all messages, with a sentence on top that says what matters, who must act and whether it is written to. Of an address with more than a thousand messages a page may have few events, or none, although more follow. A token of a company sees what is of this company; of what holds for all companies, that it does.',
    answer: StoryAnswer,
    fields: PAGE,
    example: { params: { address: 'ana@example.com' }, query: { limit: '10' } },
  },
};
