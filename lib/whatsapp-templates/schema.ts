import { z } from 'zod';
import { flaw } from '@/lib/flaws';
import type { ServiceProblem } from '@/lib/providers/service-failure';
import type { ListedTemplate } from '@/lib/providers/template-api';
import { TemplateLanguage, TemplateRef } from '@/lib/templates/schema';
import { isStorableText, matching, shortText } from '@/lib/validation';

/** Of what WhatsApp approves: https://developers.facebook.com/docs/whatsapp/message-templates/guidelines */
export const MAX_BODY = 1024;

/** A template of ours for which an approved one stands; `values`: what fills in its parameters. */
export type Binding = { template: string; title: string; language: string; values: Record<string, string> };

export type WhatsAppTemplateView = ListedTemplate & {
  changedAt: string;
  bound: Binding[];
};

export type ProviderTemplatesView = {
  /** False: this provider has no templates of its own. */
  supported: boolean;
  /** The setting without which nobody knows whose templates are meant; null: nothing is missing. */
  missing: string | null;
  /** It is being read at this moment, or will be within the minute. */
  reading: boolean;
  readAt: string | null;
  problem: ServiceProblem | null;
  detail: string | null;
  templates: WhatsAppTemplateView[];
  /** Bound, and not among them: deleted there, or not read yet. */
  lost: (Binding & { name: string; nameLanguage: string })[];
};

const Name = matching(/^[A-Za-z0-9_]{1,512}$/, flaw('letters_and_digits', { others: '_' }));
const NewName = matching(/^[a-z0-9_]{1,512}$/, flaw('looks_like', { example: 'su_recibo' }));
const NameLanguage = matching(/^[a-z]{2,3}(_[A-Z]{2})?$/, flaw('looks_like', { example: 'es, es_AR' }));

/** What stands in one parameter, in Liquid: one line. */
const Value = shortText(300)
  .min(1)
  .refine((text) => isStorableText(text) && !/[\r\n]/.test(text), flaw('single_line'));

/** `POST …/templates/bind`: which approved one stands for a template of ours. Instead of the one before, if any. */
export const BindInput = z.strictObject({
  template: TemplateRef,
  /** Of our template. */
  language: TemplateLanguage,
  name: Name,
  nameLanguage: NameLanguage,
  /** By parameter: `{ "1": "{{ customer }}" }`. */
  values: z.record(matching(/^\w{1,60}$/, flaw('letters_and_digits', { others: '_' })), Value).default({}),
});
export type BindInput = z.output<typeof BindInput>;

/** `POST …/templates/unbind`. */
export const UnbindInput = BindInput.pick({ template: true, language: true });
export type UnbindInput = z.output<typeof UnbindInput>;

/** `POST …/templates`: one more, made of a template of ours, handed in to be approved, and bound to it. */
export const SubmitInput = z.strictObject({
  template: TemplateRef,
  language: TemplateLanguage,
  name: NewName,
  nameLanguage: NameLanguage,
  category: z.enum(['utility', 'marketing']),
  /** With the variables of our template: `Hello {{ customer }}, …`. */
  body: z.string().trim().min(1).max(MAX_BODY).refine(isStorableText, flaw('broken_text')),
});
export type SubmitInput = z.output<typeof SubmitInput>;

/** `GET …/templates/draft`: what could be handed in for a template of ours. */
export const DraftQuery = z.strictObject({ template: TemplateRef, language: TemplateLanguage });
export type DraftQuery = z.output<typeof DraftQuery>;

export type DraftView = Omit<SubmitInput, 'template' | 'language'>;
