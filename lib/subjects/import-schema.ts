import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import type { FieldError } from '@/lib/errors';
import { flaw } from '@/lib/flaws';
import { matching, shortText } from '@/lib/validation';

/** What a column can be besides a field of the kind; `-` is left out. */
export const COLUMNS = ['key', 'contact', '-'] as const;
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;

const column = matching(/^(-|[a-z][a-z0-9_]{0,39})$/, flaw('variable_name'));

/** What each column is, in their order. */
export const ColumnNames = z.array(column).max(200, { abort: true });

/** What is said of a file beside its rows. */
export const SubjectImport = z.strictObject({
  kind: shortText(60).min(1),
  /** Whose subjects they are; without one those of all. */
  company: CompanyRef.optional(),
  /** What each column is, in their order: `key,contact,balance,-`; without it as its first line says. */
  columns: shortText(8_000)
    .transform((value) => value.split(',').map((name) => name.trim()))
    .pipe(ColumnNames)
    .optional(),
  /** Before the decimals; without it a number that can be read in two ways is wrong. */
  decimal: z.enum(['point', 'comma']).optional(),
  dates: z.enum(DATE_ORDERS).default('ymd'),
  /** Only look: nothing is stored. */
  dryRun: z.enum(['true', 'false']).default('false'),
});
export type SubjectImport = z.output<typeof SubjectImport>;

/** `line` counts from 1, as editors and spreadsheets do. */
export type WrongSubject = { line: number; text: string; errors: FieldError[] };
export type SubjectsImported = {
  /** What its first line calls each column, and what it is taken for; `-`: left out. */
  columns: { header: string; to: string }[];
  created: number;
  changed: number;
  same: number;
  wrong: number;
  errors: WrongSubject[];
};
