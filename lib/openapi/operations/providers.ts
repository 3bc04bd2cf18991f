import { KeyInput } from '@/lib/providers/keys/key-schema';
import { ProviderInput, ProviderPatch, ReorderInput } from '@/lib/providers/schema';
import { HookExaminationAnswer, HookSetUpAnswer } from '../answers/provider-hooks';
import { KeyAnswer, KeyRotationAnswer, KeysAnswer } from '../answers/provider-keys';
import {
  ChangesPage,
  CheckAnswer,
  KindsAnswer,
  ProviderAnswer,
  ProvidersAnswer,
  ReportsAnswer,
  RoutingAnswer,
  StatisticsOfProvider,
  TestAnswer,
  TestsPage,
} from '../answers/providers';
import { named } from '../named';
import type { Operation } from '../operation';
import { PAGE, VERSION } from './filters';

named('ProviderInput', ProviderInput, 'input');
named('ProviderPatch', ProviderPatch, 'input');
named('ProviderKeyInput', KeyInput, 'input');
named('ProviderOrder', ReorderInput, 'input');

const PROVIDER = {
  settings: 'By kind: `GET /api/v1/provider-kinds` has the schema of each.',
  secrets: 'Written and never read: text replaces one, null clears it, what is not named stays.',
  fromEmail: 'The sender of messages that name none.',
  priority: 'Higher is first.',
  weight: 'Its share among equals; 0: after all others.',
  costPerMessage: 'Of a recipient, as a decimal number.',
  monthlyFee: 'A decimal number.',
  overrides: 'Where it departs from the delivery settings; replaced as a whole.',
  budget: 'A month; a hard one stops it.',
  fallback: 'Name or id of who takes over first.',
  active: 'False: paused.',
  timeZone: 'Where its days and months begin; null: UTC.',
  senderDomains: 'It may send for these only; null: for any.',
  recipientDomains: '`prefer`, `only` or `never` for these domains of recipients.',
  company: 'Whose it is: id, key or name; null: shared by all.',
};

const params = { id: 'office' };

export const PROVIDERS: Record<string, Operation> = {
  'GET /api/v1/provider-kinds': {
    id: 'listProviderKinds',
    tag: 'providers',
    summary: 'List the kinds of providers',
    description: 'With the JSON Schema of the settings and secrets of each, and presets.',
    answer: KindsAnswer,
  },
  'GET /api/v1/providers': {
    id: 'listProviders',
    tag: 'providers',
    summary: 'List providers',
    answer: ProvidersAnswer,
  },
  'POST /api/v1/providers': {
    id: 'createProvider',
    tag: 'providers',
    summary: 'Add a provider',
    answer: ProviderAnswer,
    fields: PROVIDER,
    errors: ['name_taken'],
    example: {
      body: {
        name: 'mail server',
        kind: 'smtp',
        settings: { host: 'smtp.example.com', port: 587, security: 'starttls', username: 'receipts' },
        secrets: { password: 'correct horse battery staple' },
        fromEmail: 'receipts@example.com',
      },
    },
  },
  'GET /api/v1/providers/[id]': {
    id: 'getProvider',
    tag: 'providers',
    summary: 'Get a provider',
    description: 'By its id or its name.',
    answer: ProviderAnswer,
    example: { params },
  },
  'PATCH /api/v1/providers/[id]': {
    id: 'updateProvider',
    tag: 'providers',
    summary: 'Change a provider',
    description: 'What is not named stays as it is. The kind cannot change.',
    answer: ProviderAnswer,
    fields: { ...PROVIDER, version: VERSION },
    errors: ['changed_meanwhile', 'name_taken'],
    example: { params, body: { active: true, limits: { hour: 1000 } } },
  },
  'DELETE /api/v1/providers/[id]': {
    id: 'deleteProvider',
    tag: 'providers',
    summary: 'Delete a provider',
    description: 'Not while messages wait for it.',
    answer: null,
    errors: ['provider_in_use'],
    example: { params },
  },
  'POST /api/v1/providers/[id]/test': {
    id: 'testProvider',
    tag: 'providers',
    summary: 'Test a provider',
    description:
      'Connects and signs in, ten seconds at most. That it does not work is an answer, not an error: `ok`, `cause` and a `summary` in plain words.',
    answer: TestAnswer,
    fields: { to: 'Also send a real message to this address.' },
    example: { params, body: {} },
  },
  'GET /api/v1/providers/[id]/tests': {
    id: 'listProviderTests',
    tag: 'providers',
    summary: 'List the tests of a provider',
    answer: TestsPage,
    fields: PAGE,
    example: { params, query: { limit: '10' } },
  },
  'GET /api/v1/providers/[id]/reports': {
    id: 'getProviderReports',
    tag: 'providers',
    summary: 'Whether what a provider tells of messages arrives',
    description:
      'Where it is to post, what proves that it is the provider, and what came in or was turned away last.',
    answer: ReportsAnswer,
    example: { params },
  },
  'GET /api/v1/providers/[id]/webhook': {
    id: 'examineProviderWebhook',
    tag: 'providers',
    summary: "Find what keeps a provider's reports away",
    description:
      'Looks here and at its service, which is asked with the key in use and changed in nothing; nobody else is asked.',
    answer: HookExaminationAnswer,
    example: { params },
  },
  'POST /api/v1/providers/[id]/webhook': {
    id: 'setUpProviderWebhook',
    tag: 'providers',
    summary: 'Have a service told to post what became of messages here',
    description:
      'By its API, with the key in use: what others set up there stays, and done twice it changes nothing the second time. Where its API cannot be told, or `PUBLIC_URL` is no https:// address that the world knows: 409.',
    answer: HookSetUpAnswer,
    errors: ['conflict'],
  },
  'POST /api/v1/providers/[id]/health-check': {
    id: 'checkProvider',
    tag: 'providers',
    summary: 'Check the health of a provider',
    description: 'The short form of a test, for programs that ask often.',
    answer: CheckAnswer,
    example: { params },
  },
  'POST /api/v1/providers/[id]/try-now': {
    id: 'tryProviderNow',
    tag: 'providers',
    summary: 'Let a stopped provider try again',
    description: 'One message or check decides whether it works again.',
    answer: ProviderAnswer,
    errors: ['conflict'],
    example: { params },
  },
  'POST /api/v1/providers/[id]/weight/restore': {
    id: 'restoreProviderWeight',
    tag: 'providers',
    summary: 'Give a provider its weight back',
    answer: ProviderAnswer,
    fields: { change: 'Only as much as it had before this change.' },
    errors: ['conflict'],
    example: { params, body: {} },
  },
  'GET /api/v1/providers/[id]/changes': {
    id: 'listProviderChanges',
    tag: 'providers',
    summary: 'List what changed at a provider by itself',
    answer: ChangesPage,
    fields: PAGE,
    example: { params, query: { limit: '10' } },
  },
  'GET /api/v1/providers/[id]/statistics': {
    id: 'getProviderStatistics',
    tag: 'providers',
    summary: 'Get the figures of a provider',
    answer: StatisticsOfProvider,
    example: { params },
  },
  'GET /api/v1/providers/[id]/keys': {
    id: 'listProviderKeys',
    tag: 'providers',
    summary: 'List the keys of a provider',
    answer: KeysAnswer,
    example: { params },
  },
  'POST /api/v1/providers/[id]/keys': {
    id: 'addProviderKey',
    tag: 'providers',
    summary: 'Add a key to a provider',
    description: 'The first one is used at once, any other when it is activated.',
    answer: KeyAnswer,
    fields: { secrets: 'By name, as the kind has them.' },
    errors: ['name_taken', 'conflict'],
    example: { params, body: { label: '2027', secrets: { password: 'another good password' } } },
  },
  'POST /api/v1/providers/[id]/keys/rotate': {
    id: 'rotateProviderKey',
    tag: 'providers',
    summary: "Replace a provider's key by one that its service makes",
    description:
      'Made, tested, then used; the one from before is ended at the service after `keyRotation.graceHours`. Where the API of the service makes no keys: 409.',
    answer: KeyRotationAnswer,
    errors: ['conflict'],
  },
  'POST /api/v1/providers/[id]/keys/[keyId]/activate': {
    id: 'activateProviderKey',
    tag: 'providers',
    summary: 'Use a key from now on',
    description: 'Sends under way end with the one before.',
    answer: KeyAnswer,
  },
  'DELETE /api/v1/providers/[id]/keys/[keyId]': {
    id: 'removeProviderKey',
    tag: 'providers',
    summary: 'Remove a key',
    description: 'Not the one in use, while there are others.',
    answer: null,
    errors: ['conflict'],
  },
  'POST /api/v1/providers/reorder': {
    id: 'reorderProviders',
    tag: 'providers',
    summary: 'Put providers in order',
    description: 'Gives them priorities so that the first to be named is the first to be asked.',
    answer: ProvidersAnswer,
    fields: { providers: 'Names or ids.' },
    example: { body: { providers: ['office'] } },
  },
  'GET /api/v1/routing': {
    id: 'getRouting',
    tag: 'providers',
    summary: 'Get what the router knows',
    answer: RoutingAnswer,
  },
};
