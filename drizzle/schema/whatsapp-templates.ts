import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at } from '../columns';
import { providers } from './providers';
import { templates } from './templates';

/** The approved templates of an account of WhatsApp, and those that wait or were refused, as they were read last. */
export const whatsappTemplates = pgTable(
  'whatsapp_templates',
  {
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    /** By which a message names it: its name at Meta, its `HX…` at Twilio. */
    name: text('name').notNull(),
    /** As it was approved: `es_AR`. */
    language: text('language').notNull(),
    title: text('title').notNull(),
    category: text('category'),
    state: text('state').notNull(),
    quality: text('quality'),
    /** Why it was refused or paused, in the service's words. */
    reason: text('reason'),
    /** What stands above the text: nothing, a line, or a file of one kind. */
    header: text('header').notNull(),
    body: text('body').notNull(),
    /** The names or numbers of what is filled in, in order. */
    parameters: jsonb('parameters').$type<string[]>().notNull(),
    /** When it became what it is now, as far as anybody saw. */
    changedAt: at('changed_at').notNull().defaultNow(),
    /** The reading that saw it last: what a later one does not see is gone. */
    seenAt: at('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.providerId, t.name, t.language] })],
);

/** When the templates of an account were read, and are to be read again. */
export const whatsappReads = pgTable('whatsapp_reads', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => providers.id, { onDelete: 'cascade' }),
  readAt: at('read_at'),
  /** Until then a process is at it; it runs out by itself if that one dies. */
  claimedUntil: at('claimed_until'),
  dueAt: at('due_at').notNull(),
  /** Why it did not work, and the service's words. */
  problem: text('problem'),
  detail: text('detail'),
});

/** Which approved template stands for a template of ours where only approved ones may go. */
export const whatsappBindings = pgTable(
  'whatsapp_bindings',
  {
    templateId: uuid('template_id')
      .notNull()
      .references(() => templates.id, { onDelete: 'cascade' }),
    /** Of our template. */
    language: text('language').notNull(),
    providerId: uuid('provider_id')
      .notNull()
      .references(() => providers.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    nameLanguage: text('name_language').notNull(),
    /** What fills in each of its parameters, with the variables of our template: `{ "1": "{{ customer }}" }`. */
    values: jsonb('values').$type<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.language, t.providerId] })],
);
