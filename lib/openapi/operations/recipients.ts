import { ErasedAnswer, FoundRecipients, StoryAnswer } from '../answers/recipients';
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
  'GET /api/v1/recipients/[address]/export': {
    id: 'exportRecipient',
    tag: 'messages',
    summary: 'Export what is known of one person',
    description:
      'For who asks what is kept of them. What a message says of others stays out: blind copies, and what became of anybody else. A token of a company gets what is of this company.',
    answer: {
      file: 'application/json',
      description:
        'An object of `suppressions`, `bounces` and `messages`, these with contents, attempts and events.',
    },
    example: { params: { address: 'ana@example.com' } },
  },
  'POST /api/v1/recipients/[address]/erase': {
    id: 'eraseRecipient',
    tag: 'messages',
    summary: 'Delete what is known of one person',
    description:
      'Contents, answers and events of the messages to them, and the address wherever it is stored. Figures stay, as does the wish not to be written to, without the address. What waits for them alone is canceled first; while a message to them is being sent, or waits for others too, nothing is deleted. What broke off goes on when it is asked for again. Only for who sees all companies.',
    answer: ErasedAnswer,
    errors: ['conflict'],
    example: { params: { address: 'eva@example.com' } },
  },
};
