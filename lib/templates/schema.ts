import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { displayName, isStorableText, matching, shortText } from '@/lib/validation';
import { TEMPLATE_CATEGORIES } from './categories';
import { MAX_SOURCE } from './engine/limits';
import { VariableDeclarations } from './variables';

export const SOURCE_KINDS = ['blocks', 'mjml', 'html'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What programs call it by; it stays when the title changes. */
export const TemplateKey = matching(/^[a-z0-9][a-z0-9-]{0,59}$/, flaw('template_key'));
/** Id or key. */
export const TemplateRef = shortText(80).min(1);
/** `es`, or `es-PY` where a country has words of its own. */
export const TemplateLanguage = matching(
  /^[a-z]{2}(-[A-Z]{2})?$/,
  flaw('looks_like', { example: 'es, es-PY' }),
);

const source = z
  .string()
  .refine((text) => text.length <= MAX_SOURCE, { ...flaw('too_large'), abort: true })
  .refine(isStorableText, flaw('broken_text'));
const line = (max: number) =>
  shortText(max).refine((text) => !/[\r\n\0]/.test(text) && text.isWellFormed(), flaw('single_line'));

/** What a version says in one language. Everything in it may have Liquid. */
export const TemplateText = z.strictObject({
  subject: line(998).default(''),
  preheader: line(300).default(''),
  kind: z.enum(SOURCE_KINDS).default('mjml'),
  source: source.default(''),
  /** Null: made of the HTML. */
  text: source.nullable().default(null),
});
export type TemplateText = z.output<typeof TemplateText>;

const texts = z
  .record(TemplateLanguage, TemplateText)
  .refine((given) => Object.keys(given).length > 0, flaw('too_few', { min: 1 }))
  .refine((given) => Object.keys(given).length <= 10, flaw('too_many', { max: 10 }));

const content = {
  texts,
  variables: VariableDeclarations.default([]),
  /** Why it was changed. */
  note: displayName(200).optional(),
};

const facts = {
  title: displayName(120),
  category: z.enum(TEMPLATE_CATEGORIES),
  /** Of who gets it in none of its languages. */
  fallbackLanguage: TemplateLanguage.optional(),
};

/** `POST /api/v1/templates`. Without a key it gets one made of its title; it is a draft until it is published. */
export const TemplateInput = z.strictObject({
  key: TemplateKey.optional(),
  ...facts,
  channel: z.literal('email').default('email'),
  company: CompanyRef.nullish(),
  ...content,
});
export type TemplateInput = z.output<typeof TemplateInput>;

/** `PATCH /api/v1/templates/{id}`: what it says is changed by a new version. `version`: the one that was read. */
export const TemplatePatch = z
  .strictObject({ ...facts, archived: z.boolean(), version: z.number().int().min(1) })
  .partial();
export type TemplatePatch = z.output<typeof TemplatePatch>;

/** `POST /api/v1/templates/{id}/versions`. `basedOn`: the newest version that was read; refused where somebody saved since. */
export const VersionInput = z.strictObject({
  ...content,
  basedOn: z.number().int().min(1).optional(),
  /** Publishes it at once. */
  publish: z.boolean().default(false),
});
export type VersionInput = z.output<typeof VersionInput>;

const number = z.number().int().min(1).max(1_000_000);

/** `POST /api/v1/templates/{id}/publish`: the newest version, or this one. One that was published before comes back as a new one. */
export const PublishInput = z.strictObject({ number: number.optional() });

/** `POST /api/v1/templates/{id}/duplicate`. */
export const DuplicateInput = z.strictObject({
  key: TemplateKey.optional(),
  title: displayName(120).optional(),
  company: CompanyRef.nullish(),
});

export const Variables = z.record(z.string(), z.unknown());
export type Variables = Record<string, unknown>;

/** `POST /api/v1/templates/{id}/preview`: with its examples where no variables are given. */
export const PreviewInput = z.strictObject({
  number: number.optional(),
  language: TemplateLanguage.optional(),
  variables: Variables.optional(),
  company: CompanyRef.nullish(),
});
export type PreviewInput = z.output<typeof PreviewInput>;

/** `GET /api/v1/templates/{id}/picture`. */
export const PictureQuery = z.strictObject({
  number: z.coerce.number().int().min(1).max(1_000_000).optional(),
  language: TemplateLanguage.optional(),
});
export type PictureQuery = z.output<typeof PictureQuery>;

/** `GET /api/v1/templates`. */
export const TemplateFilter = z.strictObject({
  q: shortText(120).optional(),
  category: z.enum(TEMPLATE_CATEGORIES).optional(),
  language: TemplateLanguage.optional(),
  company: CompanyRef.optional(),
  archived: z.enum(['true', 'false']).default('false'),
});
export type TemplateFilter = z.output<typeof TemplateFilter>;
