import { z } from 'zod';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { FieldName } from '@/lib/subject-kinds/schema';
import { isStorableText, shortText, singleLine } from '@/lib/validation';

export const MAX_SUBJECTS = 1_000;

const key = singleLine(120);
/** As they are for one alone; what each field may be its kind says. */
export const SubjectItem = z.strictObject({
  key,
  /** Id or key of whom it is told; null: nobody any more. */
  contact: shortText(120).min(1).nullish(),
  /** Laid over what is there; null takes one away. */
  data: z.record(FieldName, z.unknown()).default({}),
});
export type SubjectItem = z.output<typeof SubjectItem>;

/** `POST /api/v1/subjects`. */
export const SubjectInput = z.strictObject({
  ...SubjectItem.shape,
  kind: shortText(60).min(1),
  company: CompanyRef.nullish(),
});
export type SubjectInput = z.output<typeof SubjectInput>;

export const SubjectBatch = z.strictObject({
  kind: shortText(60).min(1),
  subjects: z.array(z.unknown()).min(1).max(MAX_SUBJECTS),
  company: CompanyRef.nullish(),
});
export type SubjectBatch = z.output<typeof SubjectBatch>;

/** `GET /api/v1/subjects`. */
export const SubjectFilter = z.strictObject({
  kind: shortText(60).optional(),
  q: z.string().max(120).optional(),
  company: CompanyRef.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
});
export type SubjectFilter = z.output<typeof SubjectFilter>;

/** `POST /api/v1/subjects/{id}/notify`. */
export const NotifyAbout = z.strictObject({
  /** Key of the notification type. */
  type: shortText(60).min(1),
  /** For the hours of its type the same cause is told once. */
  dedupeKey: shortText(256).min(1).refine(isStorableText, flaw('broken_text')).optional(),
});
export type NotifyAbout = z.output<typeof NotifyAbout>;

export type SubjectView = {
  id: string;
  kind: string;
  key: string;
  contactId: string | null;
  data: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
  company?: string;
};
export type SubjectOutcome = 'created' | 'changed' | 'same';
