import { WarmUpInput } from '@/lib/warm-up/schema';
import { WarmUpAnswer, WarmUpsAnswer } from '../answers/warm-ups';
import { named } from '../named';
import type { Operation } from '../operation';

named('WarmUpInput', WarmUpInput, 'input');

/** Providers that nobody knows yet. */
export const WARM_UPS: Record<string, Operation> = {
  'GET /api/v1/warm-ups': {
    id: 'listWarmUps',
    tag: 'providers',
    summary: 'List warm-ups',
    description: 'Each with its plan, what today allows, and what became of the days before.',
    answer: WarmUpsAnswer,
    fields: { provider: 'Id or name.' },
  },
  'POST /api/v1/warm-ups': {
    id: 'startWarmUp',
    tag: 'providers',
    summary: 'Warm a provider up',
    description:
      'It gets so many recipients a day, before the others, and the rest goes to these. The plan stays or goes back where bounces, deferrals or complaints grow.',
    answer: WarmUpAnswer,
    fields: {
      provider: 'Id or name.',
      domain: 'Of the sender; null: of all that the provider sends.',
      plan: '`slow` for a new domain and few mails, `usual` for a new address of a known sender.',
    },
    errors: ['name_taken'],
    example: { body: { provider: 'carrier', plan: 'slow' } },
  },
  'DELETE /api/v1/warm-ups/[id]': {
    id: 'stopWarmUp',
    tag: 'providers',
    summary: 'Stop a warm-up',
    description: "From then on only the provider's own limits hold.",
    answer: null,
    errors: ['not_found'],
  },
};
