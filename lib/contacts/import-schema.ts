import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import type { FieldError } from '@/lib/errors';
import { flaw } from '@/lib/flaws';
import { shortText } from '@/lib/validation';
import { isColumn } from './columns';

const namesIn = (list: string) => list.split(',').map((name) => name.trim());

/** `POST /api/v1/contacts/import`. */
export const ContactImport = z.strictObject({
  /** Whose people they are; without one those of all. */
  company: CompanyRef.optional(),
  /** What each column is, in their order: `key,name,email,fields.grade,-`; without it as its first line says. */
  columns: shortText(8_000)
    .refine((value) => namesIn(value).every(isColumn), flaw('contact_columns'))
    .transform(namesIn)
    .optional(),
  /** Only look: nothing is stored. */
  dryRun: z.enum(['true', 'false']).default('false'),
});
export type ContactImport = z.output<typeof ContactImport>;

/** `line` counts from 1, as editors and spreadsheets do. */
export type WrongRow = { line: number; text: string; errors: FieldError[] };
export type ContactsImported = {
  /** What its first line calls each column, and what it is taken for; `-`: left out. */
  columns: { header: string; to: string }[];
  /** The first rows of it. */
  sample: string[][];
  created: number;
  changed: number;
  same: number;
  wrong: number;
  errors: WrongRow[];
};
