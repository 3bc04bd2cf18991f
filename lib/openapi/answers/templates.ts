import { z } from 'zod';
import { TEMPLATE_CATEGORIES } from '@/lib/templates/categories';
import { SOURCE_KINDS, type TemplateText } from '@/lib/templates/schema';
import type { StarterView } from '@/lib/templates/starters/list-starters';
import { VARIABLE_TYPES, type VariableDeclaration } from '@/lib/templates/variables';
import type {
  PreviewView,
  TemplateRow,
  TemplateView,
  VersionRow,
  VersionView,
} from '@/lib/templates/view-schema';
import { answerOf, named } from '../named';
import { Count, Id, listOf, Texts, Time } from './parts';

const row = {
  id: Id,
  key: z.string().describe('What programs call it by; it stays.'),
  title: z.string(),
  category: z.enum(TEMPLATE_CATEGORIES),
  channel: z.literal('email'),
  languages: z.array(z.string()).describe('Of its newest version.'),
  fallbackLanguage: z.string().describe('For who gets it in none of its languages.'),
  published: z.int().nullable().describe('The version that messages get; null: none was published.'),
  latest: z.int(),
  archived: z.boolean(),
  company: z.string().optional(),
  uses: z.strictObject({ last30Days: Count, lastAt: Time.nullable() }),
  version: z.int().describe('Of what stands here, to send with a PATCH.'),
  createdAt: Time,
  updatedAt: Time,
};

const version = {
  number: z.int(),
  note: z.string().nullable(),
  createdAt: Time,
  createdBy: z.string(),
  publishedAt: Time.nullable(),
  publishedBy: z.string().nullable(),
};

const TextAnswer = answerOf<TemplateText>()(
  'TemplateText',
  z.strictObject({
    subject: z.string(),
    preheader: z.string(),
    kind: z.enum(SOURCE_KINDS),
    source: z.string(),
    text: z.string().nullable().describe('Null: made of the HTML.'),
  }),
);

export const VariableAnswer = named(
  'TemplateVariable',
  z.strictObject({
    name: z.string(),
    type: z.enum(VARIABLE_TYPES),
    required: z.boolean(),
    default: z.unknown().optional(),
    example: z.unknown().optional(),
    label: z.strictObject({ en: z.string().optional(), es: z.string().optional() }).optional(),
    description: z.string().optional(),
  }) satisfies z.ZodType<VariableDeclaration>,
);

export const VersionAnswer = answerOf<VersionView>()(
  'TemplateVersion',
  z.strictObject({
    ...version,
    variables: z.array(VariableAnswer),
    texts: z.record(z.string(), TextAnswer).describe('By language.'),
    problems: z
      .array(
        z.strictObject({
          language: z.string(),
          field: z.enum(['subject', 'preheader', 'source', 'text', 'variables']),
          code: z.string(),
          params: Texts,
          message: z.string(),
        }),
      )
      .describe('What keeps it from being published.'),
  }),
);

const TemplateRowAnswer = answerOf<TemplateRow>()('TemplateRow', z.strictObject(row));
export const TemplatesAnswer = named('Templates', listOf(TemplateRowAnswer));

export const TemplateAnswer = answerOf<TemplateView>()(
  'Template',
  z.strictObject({
    ...row,
    current: VersionAnswer.describe('Its newest version, published or not.'),
    usedBy: z
      .array(
        z.strictObject({ type: z.string(), id: Id.nullable(), name: z.string().nullable(), count: Count }),
      )
      .describe('Who sent by it in the last 30 days, most first.'),
    usedIn: z
      .array(z.strictObject({ id: Id, key: z.string(), title: z.string(), shows: z.int().nullable() }))
      .describe(
        'Of a component: the templates that show it, and which version of it their messages have; null: only a draft names it.',
      ),
  }),
);

const VersionRowAnswer = answerOf<VersionRow>()(
  'TemplateVersionRow',
  z.strictObject({ ...version, languages: z.array(z.string()) }),
);
export const VersionsAnswer = named('TemplateVersions', listOf(VersionRowAnswer));

export const PreviewAnswer = answerOf<PreviewView>()(
  'TemplatePreview',
  z.strictObject({
    number: z.int().describe('Of the version.'),
    language: z.string(),
    subject: z.string(),
    preheader: z.string(),
    html: z.string(),
    text: z.string(),
    kind: z.enum(SOURCE_KINDS),
    bytes: Count.describe('Of the HTML: Gmail shows no more than 102 KB of it.'),
    unknown: z.array(z.string()).describe('Variables that were given and that it does not know.'),
  }),
);

const StarterAnswer = answerOf<StarterView>()(
  'TemplateStarter',
  z.strictObject({
    key: z.string(),
    category: z.enum(TEMPLATE_CATEGORIES),
    title: z.strictObject({ en: z.string(), es: z.string() }),
    variables: z.array(VariableAnswer),
  }),
);
export const StartersAnswer = named('TemplateStarters', listOf(StarterAnswer));
