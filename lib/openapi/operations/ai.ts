import { AiKeyInput, AiProviderInput, AiProviderPatch } from '@/lib/ai/providers/schema';
import {
  AiCallsAnswer,
  AiKeyAnswer,
  AiKeysAnswer,
  AiProviderAnswer,
  AiProvidersAnswer,
  AiTestAnswer,
} from '../answers/ai';
import { named } from '../named';
import type { Operation } from '../operation';
import { VERSION } from './filters';

named('AiProviderInput', AiProviderInput, 'input');
named('AiProviderPatch', AiProviderPatch, 'input');
named('AiKeyInput', AiKeyInput, 'input');

const fields = {
  endpoint: 'Where the service is; null: where its kind is known to be. Of `azure` and `compatible` needed.',
  model: 'At Azure the name of the deployment.',
  apiKey: 'Write-only. Another endpoint needs it again.',
  price: 'In US dollars for a million tokens; null: unknown.',
  limits: 'Calls.',
  budget: 'In US dollars. `hard`: used up, it is asked no more; else it comes after the others.',
  fallback: 'Name or id of the one that stands in for it first.',
};

/** Services that draft, translate and explain. */
export const AI: Record<string, Operation> = {
  'GET /api/v1/ai-providers': {
    id: 'listAiProviders',
    tag: 'ai',
    summary: 'List AI providers',
    description: 'In the order in which they are asked, with how each stands and what it cost this month.',
    answer: AiProvidersAnswer,
  },
  'POST /api/v1/ai-providers': {
    id: 'createAiProvider',
    tag: 'ai',
    summary: 'Add an AI provider',
    description:
      'What is left out is as its kind has it. It is used for nothing until a use is switched on in the settings.',
    answer: AiProviderAnswer,
    fields: { ...fields, company: 'Id, key or name; null: for all companies.' },
    errors: ['name_taken'],
    example: { body: { name: 'Mistral', kind: 'mistral', apiKey: 'a-key-of-mistral-0123456789' } },
  },
  'GET /api/v1/ai-providers/[id]': {
    id: 'getAiProvider',
    tag: 'ai',
    summary: 'Get an AI provider',
    answer: AiProviderAnswer,
    errors: ['not_found'],
  },
  'PATCH /api/v1/ai-providers/[id]': {
    id: 'updateAiProvider',
    tag: 'ai',
    summary: 'Change an AI provider',
    answer: AiProviderAnswer,
    fields: { ...fields, version: VERSION },
    errors: ['not_found', 'name_taken', 'changed_meanwhile'],
    example: { body: { budget: { monthly: '2', hard: true } } },
  },
  'DELETE /api/v1/ai-providers/[id]': {
    id: 'deleteAiProvider',
    tag: 'ai',
    summary: 'Delete an AI provider',
    description: 'What it cost stays known.',
    answer: null,
    errors: ['not_found'],
  },
  'POST /api/v1/ai-providers/[id]/test': {
    id: 'testAiProvider',
    tag: 'ai',
    summary: 'Test an AI provider',
    description:
      'Whether the key holds, the model is there, and it answers in the shape that is asked for: one tiny call, whose cost is told. One that works is used again, whatever failed before.',
    answer: AiTestAnswer,
    errors: ['not_found'],
  },
  'GET /api/v1/ai-providers/[id]/keys': {
    id: 'listAiKeys',
    tag: 'ai',
    summary: 'List the keys of an AI provider',
    answer: AiKeysAnswer,
    errors: ['not_found'],
  },
  'POST /api/v1/ai-providers/[id]/keys': {
    id: 'addAiKey',
    tag: 'ai',
    summary: 'Add a key to an AI provider',
    description: 'The first one is used at once, any other when it is activated.',
    answer: AiKeyAnswer,
    fields: { active: 'It is used from now on.' },
    errors: ['not_found', 'conflict'],
    example: { body: { label: 'December', apiKey: 'another-key-of-mistral-0123456789' } },
  },
  'DELETE /api/v1/ai-providers/[id]/keys/[keyId]': {
    id: 'removeAiKey',
    tag: 'ai',
    summary: 'Remove a key of an AI provider',
    answer: null,
    errors: ['not_found', 'conflict'],
  },
  'POST /api/v1/ai-providers/[id]/keys/[keyId]/activate': {
    id: 'activateAiKey',
    tag: 'ai',
    summary: 'Use a key of an AI provider',
    answer: AiKeyAnswer,
    errors: ['not_found'],
  },
  'GET /api/v1/ai-calls': {
    id: 'listAiCalls',
    tag: 'ai',
    summary: 'List calls of AI providers',
    description:
      'The newest first: who asked whom for what, and what it cost. What was said is kept nowhere.',
    answer: AiCallsAnswer,
    fields: { provider: 'Of this one alone.' },
  },
};
