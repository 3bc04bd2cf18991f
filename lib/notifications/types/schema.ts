import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { PRIORITIES } from '@/lib/queue/priority';
import { MAIL_CATEGORIES, type MailCategory } from '@/lib/templates/categories';
import { type VariableDeclaration, VariableDeclarations } from '@/lib/templates/variables';
import { displayName, isStorableText, matching, shortText } from '@/lib/validation';

/** Those that this version knows; which of them there are on a system its providers decide. `feed`: within pages of the company’s own. */
export const TYPE_CHANNELS = ['email', 'sms', 'whatsapp', 'telegram', 'slack', 'feed'] as const;
export type TypeChannel = (typeof TYPE_CHANNELS)[number];

export const MODES = ['all', 'until_delivered'] as const;
export type Mode = (typeof MODES)[number];

/** How long a channel may take before the next one is tried, unless told otherwise. */
export const USUAL_WAIT: Record<TypeChannel, number> = {
  email: 30,
  whatsapp: 15,
  sms: 10,
  telegram: 15,
  slack: 15,
  feed: 60,
};

const Step = z.strictObject({
  channel: z.enum(TYPE_CHANNELS),
  waitMinutes: z.number().int().min(1).max(4_320).default(30),
});
export type Step = z.output<typeof Step>;

const Steps = z
  .array(Step)
  .min(1)
  .max(TYPE_CHANNELS.length, { abort: true })
  .refine((list) => new Set(Array.from(list, ({ channel }) => channel)).size === list.length, flaw('twice'));

const language = matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, flaw('looks_like', { example: 'es-PY' }));
const Texts = z
  .record(language, shortText(1_600).min(1).refine(isStorableText, flaw('broken_text')))
  .refine((given) => Object.keys(given).length <= 20, flaw('too_many', { max: 20 }));

const key = matching(/^[a-z0-9][a-z0-9-]{0,59}$/, flaw('template_key'));

const fields = {
  title: displayName(120),
  category: z.enum(MAIL_CATEGORIES),
  /** Advertising: sent as marketing. */
  marketing: z.boolean(),
  required: z.boolean(),
  /** People may ask for one mail a day or a week with all of it. */
  collectable: z.boolean(),
  mode: z.enum(MODES),
  /** In their order; replaced as a whole. */
  steps: Steps,
  template: shortText(80).min(1).nullable(),
  texts: Texts,
  variables: VariableDeclarations,
  priority: z.enum(PRIORITIES),
  dedupeHours: z.number().int().min(1).max(720),
  active: z.boolean(),
};

/** `POST /api/v1/notification-types`: one of one's own. */
export const TypeInput = z.strictObject({
  ...fields,
  key,
  category: fields.category.default('alerts'),
  marketing: fields.marketing.default(false),
  required: fields.required.default(false),
  collectable: fields.collectable.default(false),
  mode: fields.mode.default('all'),
  steps: fields.steps.default([{ channel: 'email', waitMinutes: USUAL_WAIT.email }]),
  template: fields.template.default(null),
  texts: fields.texts.default({}),
  variables: fields.variables.default([]),
  priority: fields.priority.default('normal'),
  dedupeHours: fields.dedupeHours.default(24),
  active: fields.active.default(true),
  company: CompanyRef.nullish(),
});
export type TypeInput = z.output<typeof TypeInput>;

/** `company`: for whom it is changed; null: for all of them. `version`: the one that was read; refused where somebody else saved since. */
export const TypePatch = z
  .strictObject({ ...fields, version: z.number().int().min(0) })
  .partial()
  .extend({ company: CompanyRef.nullish() });
export type TypePatch = z.output<typeof TypePatch>;

/** Of which company: its own where it has one, else as all have it. */
export const TypeScope = z.strictObject({ company: CompanyRef.optional() });
export type TypeScope = z.output<typeof TypeScope>;

/** `built_in`: as Relevo brings it; `changed`: as somebody here wants it; `own`: made here. */
export const ORIGINS = ['built_in', 'changed', 'own'] as const;

export type TypeView = {
  /** Null: as it is built in. */
  id: string | null;
  key: string;
  title: string;
  origin: (typeof ORIGINS)[number];
  category: MailCategory;
  marketing: boolean;
  required: boolean;
  collectable: boolean;
  mode: Mode;
  steps: Step[];
  template: string | null;
  texts: Record<string, string>;
  /** Of its template and its texts together. */
  variables: VariableDeclaration[];
  priority: (typeof PRIORITIES)[number];
  dedupeHours: number;
  active: boolean;
  version: number;
  company?: string;
};
