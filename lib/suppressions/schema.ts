import { z } from 'zod';
import { SUPPRESSION_CAUSES, type SuppressionCause } from '@/drizzle/suppression-causes';
import { CompanyRef } from '@/lib/companies/schema';
import { flaw } from '@/lib/flaws';
import { CATEGORIES } from '@/lib/routing/categories';
import { emailAddress, instant, shortText, singleLine } from '@/lib/validation';

const cause = z.enum(SUPPRESSION_CAUSES);
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.uuid().optional(),
};
const which = {
  /** A part of the address. */
  q: z.string().max(254).optional(),
  cause: cause.optional(),
  /** A name or an id: through whom it came about. */
  provider: z.string().min(1).max(80).optional(),
  /** Id, key or name. */
  company: CompanyRef.optional(),
  /** When it last came about. */
  since: instant.optional(),
  until: instant.optional(),
};

export const SuppressionSelection = z.strictObject(which);
export type SuppressionSelection = z.output<typeof SuppressionSelection>;

/** `GET /api/v1/suppressions`. */
export const SuppressionFilter = z.strictObject({ ...which, ...page });
export type SuppressionFilter = z.output<typeof SuppressionFilter>;

/** `GET /api/v1/bounces`. */
export const BounceFilter = z.strictObject({
  q: which.q,
  provider: which.provider,
  company: which.company,
  since: which.since,
  ...page,
});
export type BounceFilter = z.output<typeof BounceFilter>;

/** `POST /api/v1/suppressions`. */
export const SuppressionInput = z.strictObject({
  address: shortText(254).trim().pipe(emailAddress),
  /** Null: for all companies. */
  company: CompanyRef.nullish(),
  cause: cause.default('manual'),
  /** Of the messages that are stopped; null: all. */
  category: z.enum(CATEGORIES).nullable().default(null),
  reason: singleLine(500).optional(),
  expiresAt: instant.refine((value) => Date.parse(value) > Date.now(), flaw('past')).optional(),
});
export type SuppressionInput = z.output<typeof SuppressionInput>;

/** Half a million addresses with reasons. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** `POST /api/v1/suppressions/import`: for whose messages its rows are; without one for all. */
export const SuppressionImport = z.strictObject({ company: which.company });

/** `POST /api/v1/suppressions/undo`: never all of them by an oversight. */
export const UndoInput = z
  .strictObject({
    cause: cause.optional(),
    provider: which.provider,
    company: which.company,
    since: which.since,
    until: which.until,
    dryRun: z.boolean().default(false),
  })
  .refine(({ cause, since, provider }) => cause || since || provider, {
    path: ['cause'],
    ...flaw('required'),
  });
export type UndoInput = z.output<typeof UndoInput>;

/** `id`: of one entry of the list; without it all that stop the address. */
export const AddressRef = z.strictObject({
  address: shortText(254),
  company: CompanyRef.nullish(),
  id: z.uuid().optional(),
});
export type AddressRef = z.output<typeof AddressRef>;

export type SuppressionView = {
  id: string;
  address: string;
  channel: string;
  cause: SuppressionCause;
  category: (typeof CATEGORIES)[number] | null;
  reason: string | null;
  code: string | null;
  provider: string | null;
  messageId: string | null;
  firstAt: string;
  lastAt: string;
  times: number;
  until: string | null;
  addedBy: string | null;
  company?: string;
};

export type BounceView = {
  id: string;
  address: string;
  channel: string;
  class: 'hard' | 'soft';
  code: string | null;
  reason: string | null;
  provider: string | null;
  messageId: string;
  firstAt: string;
  lastAt: string;
  times: number;
  suppressed: boolean;
  suppressedUntil: string | null;
  company?: string;
};

/** `line` counts from 1, as editors and spreadsheets do. */
export type WrongLine = {
  line: number;
  text: string;
  code: 'address' | 'cause' | 'category' | 'too_many' | 'too_large';
};
export type ImportResult = { added: number; repeated: number; wrong: number; errors: WrongLine[] };
