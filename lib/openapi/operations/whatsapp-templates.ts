import { BindInput, SubmitInput, UnbindInput } from '@/lib/whatsapp-templates/schema';
import { ProviderTemplatesAnswer, WhatsAppDraftAnswer } from '../answers/whatsapp-templates';
import { named } from '../named';
import type { Operation } from '../operation';

named('WhatsAppTemplateBinding', BindInput, 'input');
named('WhatsAppTemplateUnbinding', UnbindInput, 'input');
named('WhatsAppTemplateInput', SubmitInput, 'input');

const ours = { template: 'su-saldo', language: 'es' };

export const WHATSAPP_TEMPLATES: Record<string, Operation> = {
  'GET /api/v1/providers/[id]/templates': {
    id: 'getProviderTemplates',
    tag: 'providers',
    summary: 'The templates that WhatsApp has approved, and those that wait',
    description: 'As they were read last: every hour, and whenever the service tells of a change.',
    answer: ProviderTemplatesAnswer,
    example: { params: { id: 'office' } },
  },
  'POST /api/v1/providers/[id]/templates': {
    id: 'submitProviderTemplate',
    tag: 'providers',
    summary: 'Hand a new template in to WhatsApp',
    description:
      'Made of a template of ours and bound to it: it stands for it where only approved ones may go, once WhatsApp has approved it.',
    answer: ProviderTemplatesAnswer,
    fields: {
      body: 'With the variables of our template, such as `Hello {{ customer }}, …`; without conditions.',
      nameLanguage: 'As WhatsApp names it: `es`, `es_AR`.',
    },
    errors: ['conflict'],
    example: {
      body: {
        ...ours,
        name: 'su_saldo_nuevo',
        nameLanguage: 'es',
        category: 'utility',
        body: 'A {{ student_name }} le quedan {{ balance | money: "PYG" }} en la cantina.',
      },
    },
  },
  'GET /api/v1/providers/[id]/templates/draft': {
    id: 'draftProviderTemplate',
    tag: 'providers',
    summary: 'What could be handed in for a template of ours',
    description: 'Its text without conditions, for a person to shorten.',
    answer: WhatsAppDraftAnswer,
    errors: ['conflict'],
    example: { query: ours },
  },
  'POST /api/v1/providers/[id]/templates/read': {
    id: 'readProviderTemplates',
    tag: 'providers',
    summary: 'Read the templates of the account now',
    description: 'In the background.',
    answer: ProviderTemplatesAnswer,
    errors: ['conflict'],
  },
  'POST /api/v1/providers/[id]/templates/bind': {
    id: 'bindProviderTemplate',
    tag: 'providers',
    summary: 'Let an approved template stand for one of ours',
    description: 'Where WhatsApp carries approved ones only. Instead of the one that stood for it before.',
    answer: ProviderTemplatesAnswer,
    fields: { values: 'What fills in each of its parameters: `{ "1": "{{ customer }}" }`.' },
    errors: ['conflict'],
    example: {
      body: {
        ...ours,
        name: 'su_saldo',
        nameLanguage: 'es',
        values: { 1: '{{ student_name }}', 2: '{{ balance | money: "PYG" }}' },
      },
    },
  },
  'POST /api/v1/providers/[id]/templates/unbind': {
    id: 'unbindProviderTemplate',
    tag: 'providers',
    summary: 'Let none stand for it any more',
    answer: ProviderTemplatesAnswer,
    errors: ['conflict'],
    example: { body: ours },
  },
};
