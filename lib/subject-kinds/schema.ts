import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { displayName, matching } from '@/lib/validation';

export const FIELD_TYPES = ['number', 'date', 'text', 'boolean'] as const;

export const FieldName = matching(/^[a-z][a-z0-9_]{0,39}$/, flaw('variable_name'));
export const SubjectField = z.strictObject({
  name: FieldName,
  type: z.enum(FIELD_TYPES),
  label: displayName(80).optional(),
});
export type SubjectField = z.output<typeof SubjectField>;

const fields = z
  .array(SubjectField)
  .min(1)
  .max(50, { abort: true })
  .refine((list) => new Set(Array.from(list, (field) => field.name)).size === list.length, flaw('twice'));

/** `POST /api/v1/subject-kinds`. */
export const KindInput = z.strictObject({
  key: matching(/^[a-z0-9][a-z0-9-]{0,59}$/, flaw('template_key')),
  title: displayName(120),
  fields,
  company: CompanyRef.nullish(),
});
export type KindInput = z.output<typeof KindInput>;

export const KindPatch = z.strictObject({
  title: displayName(120).optional(),
  /** Replaced as a whole; what subjects have besides stays with them. */
  fields: fields.optional(),
  version: z.number().int().min(1).optional(),
});
export type KindPatch = z.output<typeof KindPatch>;

export const KindFilter = z.strictObject({ company: CompanyRef.optional() });

export type KindView = {
  id: string;
  key: string;
  title: string;
  fields: SubjectField[];
  version: number;
  createdAt: string;
  updatedAt: string;
  company?: string;
};
