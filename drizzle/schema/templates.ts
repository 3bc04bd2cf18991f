import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, companyId, createdAt, id, updatedAt } from '../columns';

/** As `VariableDeclaration` of `lib/templates/variables.ts`. */
export type StoredVariable = {
  name: string;
  type: string;
  required: boolean;
  default?: unknown;
  example?: unknown;
  label?: { en?: string; es?: string };
  description?: string;
};

/** A component as a version shows it: the template that it is, and which version of it, once for all. */
export type StoredComponent = {
  id: string;
  key: string;
  versionId: string;
  number: number;
  fallbackLanguage: string;
};

/** What a rendition knows of whose mail it is: frozen with it, so that a message reads the same whenever it is rendered. */
export type StoredBrand = {
  name: string;
  color: string;
  logo: string | null;
  website: string | null;
  address: string | null;
  supportEmail: string | null;
  supportPhone: string | null;
  footer: string | null;
  timeZone: string;
  currency: string;
};

export const templates = pgTable(
  'templates',
  {
    id: id(),
    /** Null: all companies use it. */
    companyId: companyId(),
    /** What programs call it by. */
    key: text('key').notNull(),
    title: text('title').notNull(),
    category: text('category').notNull(),
    channel: text('channel').notNull().default('email'),
    /** For who gets it in none of its languages. */
    fallbackLanguage: text('fallback_language').notNull(),
    /** The number of the version that messages get; null: none was published. */
    published: integer('published'),
    /** Of its newest version. */
    latest: integer('latest').notNull().default(1),
    archivedAt: at('archived_at'),
    /** Grows with every change of what stands here, so that nobody overwrites what somebody else saved meanwhile. */
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // A message names it by its key; a company's own one stands before the shared one.
    uniqueIndex('templates_key_key').on(
      sql`coalesce(${t.companyId}, '00000000-0000-0000-0000-000000000000')`,
      t.key,
    ),
  ],
);

/** Never changed: a message names the one it used. */
export const templateVersions = pgTable(
  'template_versions',
  {
    id: id(),
    templateId: uuid('template_id')
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    note: text('note'),
    variables: jsonb('variables').$type<StoredVariable[]>().notNull(),
    /** The keys of the components that its texts name. */
    componentKeys: text('component_keys').array().notNull().default([]),
    /** With those that they name in turn, as they were when it was published; null: it was not. */
    components: jsonb('components').$type<StoredComponent[]>(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    publishedAt: at('published_at'),
    publishedBy: text('published_by'),
  },
  // Two who save at once cannot both have the next number.
  (t) => [uniqueIndex('template_versions_number_key').on(t.templateId, t.number)],
);

export const templateTexts = pgTable(
  'template_texts',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => templateVersions.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    subject: text('subject').notNull(),
    preheader: text('preheader').notNull(),
    kind: text('kind', { enum: ['blocks', 'mjml', 'html'] }).notNull(),
    source: text('source').notNull(),
    /** Null: made of the HTML. */
    text: text('text'),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.language] })],
);

/** A text compiled for a brand: what a message names, and is rendered from with its variables. */
export const templateRenditions = pgTable(
  'template_renditions',
  {
    id: id(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => templateVersions.id, { onDelete: 'cascade' }),
    language: text('language').notNull(),
    brandHash: text('brand_hash').notNull(),
    brand: jsonb('brand').$type<StoredBrand>().notNull(),
    subject: text('subject').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('template_renditions_brand_key').on(t.versionId, t.language, t.brandHash)],
);
