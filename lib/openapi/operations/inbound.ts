import { ReplayInput } from '@/lib/inbound/inbound-schema';
import { InboundAnswer, InboundDetailAnswer, InboundPage } from '../answers/inbound';
import { ReplayedAnswer } from '../answers/parts';
import { named } from '../named';
import type { Operation } from '../operation';
import { DRY_RUN, IN_STEPS, PAGE } from './filters';

named('ReplayInput', ReplayInput, 'input');

const span = {
  provider: 'A name or an id.',
  since: 'Stored at this moment or later.',
  until: 'Stored before this moment.',
};

/** What providers posted, as it came in. */
export const INBOUND: Record<string, Operation> = {
  'GET /api/v1/inbound': {
    id: 'listInbound',
    tag: 'messages',
    summary: 'List what providers posted',
    description:
      'Their webhooks, newest first, each verified when it came; what was turned away is not kept. The `inbound` of an event’s `detail` names the one it came from. They are kept as long as messages are. A token of a company sees those of its own providers.',
    answer: InboundPage,
    fields: { ...span, ...PAGE },
    example: { query: { state: 'failed', limit: '10' } },
  },
  'GET /api/v1/inbound/[id]': {
    id: 'getInbound',
    tag: 'messages',
    summary: 'Look at what a provider posted',
    description: 'Its headers and its body, as they came in.',
    answer: InboundDetailAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/inbound/[id]/replay': {
    id: 'replayInbound',
    tag: 'messages',
    summary: 'Read it again',
    description: 'As after its mapping was mended. What is known already is not told twice.',
    answer: InboundAnswer,
    errors: ['not_found', 'forbidden'],
  },
  'POST /api/v1/inbound/replay': {
    id: 'replayManyInbound',
    tag: 'messages',
    summary: 'Read many again',
    description: 'Of one provider, oldest first. What is known already is not told twice.',
    answer: ReplayedAnswer,
    fields: {
      ...span,
      state: '`failed`: only those that could not be read; `all`.',
      dryRun: DRY_RUN,
      ...IN_STEPS,
    },
    errors: ['not_found', 'forbidden'],
    example: { body: { provider: 'office', since: '2026-11-27T00:00:00Z', dryRun: true } },
  },
};
