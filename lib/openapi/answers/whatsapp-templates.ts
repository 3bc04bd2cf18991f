import { z } from 'zod';
import { SERVICE_PROBLEMS } from '@/lib/providers/service-failure';
import {
  WHATSAPP_CATEGORIES,
  WHATSAPP_HEADERS,
  WHATSAPP_QUALITIES,
  WHATSAPP_STATES,
} from '@/lib/providers/template-api';
import type { DraftView, ProviderTemplatesView } from '@/lib/whatsapp-templates/schema';
import { answerOf } from '../named';
import { Time } from './parts';

const Binding = z.strictObject({
  template: z.string().describe('The key of the template of ours.'),
  title: z.string(),
  language: z.string(),
  values: z.record(z.string(), z.string()).describe('What fills in each parameter.'),
});

const Template = z.strictObject({
  name: z.string().describe('By which a message names it: its name at Meta, its `HX…` at Twilio.'),
  title: z.string(),
  language: z.string().describe('As it was approved: `es` is not `es_AR`.'),
  category: z.enum(WHATSAPP_CATEGORIES).nullable(),
  state: z.enum(WHATSAPP_STATES).describe('`approved` alone goes out.'),
  quality: z.enum(WHATSAPP_QUALITIES).nullable().describe('Null: too few have had it.'),
  reason: z.string().nullable().describe('Why it was refused or paused.'),
  header: z.enum(WHATSAPP_HEADERS).describe('What stands above the text.'),
  body: z.string(),
  parameters: z.array(z.string()),
  changedAt: Time,
  bound: z.array(Binding).describe('The templates of ours for which it stands.'),
});

export const ProviderTemplatesAnswer = answerOf<ProviderTemplatesView>()(
  'ProviderTemplates',
  z.strictObject({
    supported: z.boolean().describe('False: this provider has no templates of its own.'),
    missing: z.string().nullable().describe('The setting without which nobody knows whose are meant.'),
    reading: z.boolean(),
    readAt: Time.nullable(),
    problem: z.enum(SERVICE_PROBLEMS).nullable(),
    detail: z.string().nullable().describe("The service's own words."),
    templates: z.array(Template),
    lost: z
      .array(Binding.extend({ name: z.string(), nameLanguage: z.string() }))
      .describe('Bound, and not among them: deleted there, or not read yet.'),
  }),
);

export const WhatsAppDraftAnswer = answerOf<DraftView>()(
  'WhatsAppTemplateDraft',
  z.strictObject({
    name: z.string(),
    nameLanguage: z.string(),
    category: z.enum(['utility', 'marketing']),
    body: z.string(),
  }),
);
