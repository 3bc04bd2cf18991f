import { ProviderListsPatch } from '@/lib/suppressions/held/schema';
import { ProviderListsAnswer } from '../answers/provider-lists';
import { named } from '../named';
import type { Operation } from '../operation';

named('ProviderSuppressionsPatch', ProviderListsPatch, 'input');

const params = { id: 'office' };

export const PROVIDER_LISTS: Record<string, Operation> = {
  'GET /api/v1/providers/[id]/suppressions': {
    id: 'getProviderSuppressions',
    tag: 'suppressions',
    summary: 'How the list of a service differs from ours',
    description: 'As it was read last: reading is asked for apart.',
    answer: ProviderListsAnswer,
    example: { params },
  },
  'PATCH /api/v1/providers/[id]/suppressions': {
    id: 'setProviderSuppressions',
    tag: 'suppressions',
    summary: 'Keep the list of a service in step each night, or not',
    answer: ProviderListsAnswer,
    fields: { nightly: 'Off unless somebody switches it on.' },
    errors: ['conflict'],
    example: { body: { nightly: true } },
  },
  'POST /api/v1/providers/[id]/suppressions/read': {
    id: 'readProviderSuppressions',
    tag: 'suppressions',
    summary: 'Read the list of a service',
    description:
      'Page by page, in the background; it changes nothing. The difference stands at `GET` afterwards.',
    answer: ProviderListsAnswer,
    errors: ['conflict'],
  },
  'POST /api/v1/providers/[id]/suppressions/apply': {
    id: 'applyProviderSuppressions',
    tag: 'suppressions',
    summary: 'Take the difference over',
    description:
      'What the service holds and we do not comes into our list; it is told what was lifted here, and nothing else. In the background.',
    answer: ProviderListsAnswer,
    errors: ['conflict'],
  },
};
