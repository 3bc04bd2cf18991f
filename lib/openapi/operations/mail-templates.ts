import { TakeInput } from '@/lib/mail-templates/schema';
import { MailTemplateAnswer, MailTemplatesAnswer, TookAnswer } from '../answers/mail-templates';
import { named } from '../named';
import type { Operation } from '../operation';

named('TakeTemplate', TakeInput, 'input');

export const MAIL_TEMPLATES: Record<string, Operation> = {
  'GET /api/v1/providers/[id]/mail-templates': {
    id: 'listProviderMailTemplates',
    tag: 'templates',
    summary: 'The mail templates that a provider keeps',
    description:
      'Dynamic templates of SendGrid, templates of Mailgun, Postmark and Brevo: asked for at this moment, with those that were taken over.',
    answer: MailTemplatesAnswer,
    errors: ['conflict'],
  },
  'GET /api/v1/providers/[id]/mail-templates/[name]': {
    id: 'getProviderMailTemplate',
    tag: 'templates',
    summary: 'One of them, as it would be taken over',
    description:
      'Its language put into Liquid, its variables, what has no counterpart here, and what ours says now.',
    answer: MailTemplateAnswer,
    errors: ['conflict'],
  },
  'POST /api/v1/providers/[id]/mail-templates/[name]': {
    id: 'takeProviderMailTemplate',
    tag: 'templates',
    summary: 'Take one over',
    description:
      'As a draft of ours. Again, it becomes the next version where it was changed there. By its key programs that send through our API of that provider go on as they are.',
    answer: TookAnswer,
    fields: {
      key: 'Without one that by which programs name it at the provider.',
      language: 'In which it is written.',
      publish: 'At once, where nothing was left out.',
    },
    errors: ['conflict', 'name_taken', 'template_faulty'],
    example: { body: { language: 'es', category: 'receipts' } },
  },
};
