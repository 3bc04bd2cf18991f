import { z } from 'zod';
import type { MailTemplatesView, MailTemplateView, TookView } from '@/lib/mail-templates/schema';
import { CONVERSION_CODES } from '@/lib/templates/foreign/converted';
import { VariableDeclaration } from '@/lib/templates/variables';
import { answerOf } from '../named';
import { Time } from './parts';

const Taken = z.strictObject({
  template: z.string().describe('The key of ours.'),
  title: z.string(),
  language: z.string(),
  takenAt: Time,
  ahead: z.boolean().describe('Ours was changed since.'),
});

const about = {
  name: z.string().describe("By which the provider's API names it."),
  title: z.string(),
  changedAt: Time.nullable().describe('Null: the provider does not tell.'),
  taken: Taken.nullable().describe('As which of ours it was taken over; null: it was not.'),
  changed: z
    .boolean()
    .nullable()
    .describe(
      'It was changed there since it was taken over; null: nobody took it, or the list does not tell.',
    ),
};

export const MailTemplatesAnswer = answerOf<MailTemplatesView>()(
  'ProviderMailTemplates',
  z.strictObject({ data: z.array(z.strictObject({ ...about, subject: z.string().nullable() })) }),
);

const text = {
  subject: z.string(),
  html: z.string().describe('In our words: HTML with Liquid.'),
  text: z.string().nullable(),
};

export const MailTemplateAnswer = answerOf<MailTemplateView>()(
  'ProviderMailTemplate',
  z.strictObject({
    ...about,
    ...text,
    key: z.string().describe('What programs call it by where they send through the provider.'),
    variables: z.array(VariableDeclaration),
    problems: z
      .array(
        z.strictObject({
          part: z.enum(['subject', 'html', 'text']),
          line: z.number().int(),
          code: z.enum(CONVERSION_CODES),
          shown: z.string(),
        }),
      )
      .describe(
        'What has no counterpart here: `renamed`: a variable is called otherwise; `html`: it is printed as text; all else is left out.',
      ),
    ours: z.strictObject(text).nullable().describe('What ours says now, of one that was taken over.'),
  }),
);

export const TookAnswer = answerOf<TookView>()(
  'TakenTemplate',
  z.strictObject({
    template: z.string().describe('Its key.'),
    number: z.number().int().describe('Of the version that says it.'),
    change: z.enum(['created', 'saved', 'same']),
  }),
);
