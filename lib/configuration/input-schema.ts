import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { displayName, shortText } from '@/lib/validation';
import { NOUNS } from './nouns';

const flag = z.enum(['true', 'false']).default('false');

const format = z.enum(['json', 'yaml']).default('json');
const version = z.coerce.number().int().min(1).max(2_000_000_000);
const SECTIONS = ['settings', ...NOUNS.map(({ section }) => section)];

/** A kind of thing, and the name of one of them: of the settings there is but one. */
const place = {
  section: z.enum(SECTIONS),
  company: shortText(200).min(1).nullable().default(null),
  name: z.union([z.literal(''), displayName(200)]).default(''),
};

/** `GET /api/v1/config`: all of it, a section, or one thing. */
export const ExportQuery = z.strictObject({
  format,
  section: place.section.optional(),
  name: displayName(200).optional(),
  company: shortText(200).min(1).optional(),
});
export type ExportQuery = z.output<typeof ExportQuery>;

/** `GET /api/v1/config/versions/{number}/document`. */
export const VersionDocumentQuery = z.strictObject({ format });

/** `GET /api/v1/config/schema`. */
export const SchemaQuery = z.strictObject({ language: z.enum(LOCALES).default('en') });

/** `PUT /api/v1/config`. */
export const ApplyQuery = z.strictObject({
  dryRun: flag,
  prune: flag,
  deletes: z.coerce.number().int().min(0).max(100_000).optional(),
  expectVersion: version.optional(),
  base: version.optional(),
});

/** As the panel sends it: a document as somebody wrote it. */
export const ApplyInput = z.strictObject({
  text: shortText(4_000_000).min(1),
  dryRun: z.boolean(),
  prune: z.boolean().default(false),
  deletes: z.number().int().min(0).max(100_000).optional(),
  base: z.number().int().min(1).max(2_000_000_000).optional(),
  choices: z.record(shortText(2_000).min(1), z.enum(['mine', 'theirs'])).optional(),
});
export type ApplyInput = z.output<typeof ApplyInput>;

/** All of it, or one thing, as text to be changed. */
export const OpenInput = z.strictObject({ format, only: z.strictObject(place).optional() });

/** What somebody is writing; more is only looked at when they ask for it. */
export const CheckInput = z.strictObject({ text: shortText(300_000) });
